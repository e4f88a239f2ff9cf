"use strict";
(() => {
  // www/shell/words.js
  var ENGLISH = {
    summary: "The gist",
    minutes: "{number} min read",
    parts: "Parts of the story",
    hidden: "{number} hidden",
    restore: "Put back",
    restored: "Put back.",
    undo: "Undo all",
    copy: "Copy",
    copied: "Copied.",
    never: "Never on this site",
    longer: "Longer",
    shorter: "Shorter",
    read: "Read aloud",
    stop: "Stop reading",
    reasons: {
      "ad-marker": "ad marker",
      "ad-slot": "ad space",
      "duplicate-headline": "headline repeated",
      caption: "caption",
      "source-label": "empty source label",
      punctuation: "doubled stop",
      "ad-label": "ad label",
      shortcode: "page-builder code",
      "script-text": "script shown as text",
      related: "related stories",
      promotion: "newsletter or app",
      share: "share buttons",
      "read-more": "“read more”",
      "feed-tail": "feed notice",
      rights: "rights notice",
      paywall: "subscription notice",
      encoding: "broken characters"
    },
    roles: {
      lead: "The news",
      statement: "What was said",
      background: "Background",
      context: "Context",
      reaction: "Reactions",
      outlook: "What comes next",
      source: "Source",
      explanation: "Explanation",
      topic: "Topic"
    }
  };
  var OTHERS = {
    ar: [
      "الزبدة",
      "قراءة {number} د",
      "أقسام الخبر",
      "أُخفي: {number}",
      "إعادة",
      "أُعيد.",
      "تراجع عن الكل",
      "نسخ",
      "نُسخ.",
      "لا تُخفه في هذا الموقع",
      "أطول",
      "أقصر",
      "استمع",
      "أوقف القراءة",
      "علامة إعلان",
      "مساحة إعلانية",
      "عنوان مكرر",
      "شرح صورة",
      "كلمة «المصدر» بلا مصدر",
      "نقطة مكررة",
      "كلمة «إعلان»",
      "شيفرة منشئ الصفحات",
      "شيفرة ظاهرة كنص",
      "مواضيع ذات صلة",
      "نشرة أو تطبيق",
      "أزرار المشاركة",
      "«اقرأ المزيد»",
      "ذيل خلاصة",
      "إشعار الحقوق",
      "دعوة إلى الاشتراك",
      "محارف معطوبة",
      "الخبر",
      "تصريحات",
      "خلفية",
      "سياق",
      "ردود الفعل",
      "ما التالي",
      "المصدر",
      "شرح",
      "موضوع"
    ],
    de: [
      "Das Wichtigste",
      "{number} Min. Lesezeit",
      "Teile des Artikels",
      "{number} ausgeblendet",
      "Zurückholen",
      "Zurückgeholt.",
      "Alles rückgängig",
      "Kopieren",
      "Kopiert.",
      "Nie auf dieser Seite",
      "Länger",
      "Kürzer",
      "Vorlesen",
      "Vorlesen beenden",
      "Anzeigen-Platzhalter",
      "Anzeigenfläche",
      "Überschrift doppelt",
      "Bildunterschrift",
      "Quellenangabe ohne Quelle",
      "doppelter Punkt",
      "Anzeigen-Hinweis",
      "Seitenbaukasten-Code",
      "Programmtext",
      "verwandte Artikel",
      "Newsletter oder App",
      "Teilen-Leiste",
      "„Weiterlesen“",
      "Feed-Hinweis",
      "Rechtehinweis",
      "Abo-Hinweis",
      "kaputte Zeichen",
      "Die Nachricht",
      "Aussagen",
      "Hintergrund",
      "Zusammenhang",
      "Reaktionen",
      "Ausblick",
      "Quelle",
      "Erklärung",
      "Thema"
    ],
    es: [
      "Lo esencial",
      "{number} min de lectura",
      "Partes de la noticia",
      "{number} ocultos",
      "Restaurar",
      "Restaurado.",
      "Deshacer todo",
      "Copiar",
      "Copiado.",
      "Nunca en este sitio",
      "Más largo",
      "Más corto",
      "Leer en voz alta",
      "Detener la lectura",
      "marcador de anuncio",
      "espacio publicitario",
      "titular repetido",
      "pie de foto",
      "fuente sin nombre",
      "punto doble",
      "rótulo de publicidad",
      "código de maquetación",
      "código a la vista",
      "noticias relacionadas",
      "boletín o aplicación",
      "botones de compartir",
      "«leer más»",
      "nota del canal",
      "aviso de derechos",
      "aviso de suscripción",
      "caracteres rotos",
      "La noticia",
      "Declaraciones",
      "Antecedentes",
      "Contexto",
      "Reacciones",
      "Qué sigue",
      "Fuente",
      "Explicación",
      "Tema"
    ],
    fa: [
      "چکیده",
      "{number} دقیقه خواندن",
      "بخش‌های خبر",
      "پنهان‌شده: {number}",
      "بازگرداندن",
      "بازگردانده شد.",
      "واگرد همه",
      "رونوشت",
      "رونوشت شد.",
      "هرگز در این وبگاه",
      "بلندتر",
      "کوتاه‌تر",
      "بلند بخوان",
      "توقف خواندن",
      "نشان آگهی",
      "جای آگهی",
      "تیتر تکراری",
      "شرح عکس",
      "منبع بی‌نام",
      "نقطهٔ تکراری",
      "برچسب آگهی",
      "کد صفحه‌ساز",
      "کد نمایان",
      "مطالب مرتبط",
      "خبرنامه یا برنامه",
      "دکمه‌های هم‌رسانی",
      "«بیشتر بخوانید»",
      "پانوشت خوراک",
      "حق نشر",
      "دعوت به اشتراک",
      "نویسه‌های خراب",
      "خبر",
      "گفته‌ها",
      "پیشینه",
      "زمینه",
      "واکنش‌ها",
      "آنچه در پیش است",
      "منبع",
      "توضیح",
      "موضوع"
    ],
    fr: [
      "L’essentiel",
      "{number} min de lecture",
      "Parties de l’article",
      "{number} masqués",
      "Rétablir",
      "Rétabli.",
      "Tout annuler",
      "Copier",
      "Copié.",
      "Jamais sur ce site",
      "Plus long",
      "Plus court",
      "Lire à voix haute",
      "Arrêter la lecture",
      "marqueur de publicité",
      "espace publicitaire",
      "titre répété",
      "légende",
      "mention de source vide",
      "point doublé",
      "mention de publicité",
      "code de mise en page",
      "code affiché",
      "articles liés",
      "lettre ou appli",
      "boutons de partage",
      "« lire la suite »",
      "mention de flux",
      "mention de droits",
      "invitation à s’abonner",
      "caractères cassés",
      "L’information",
      "Déclarations",
      "Rappel des faits",
      "Contexte",
      "Réactions",
      "La suite",
      "Source",
      "Explication",
      "Sujet"
    ],
    he: [
      "התמצית",
      "{number} דק׳ קריאה",
      "חלקי הכתבה",
      "הוסתרו: {number}",
      "החזרה",
      "הוחזר.",
      "ביטול הכול",
      "העתקה",
      "הועתק.",
      "לעולם לא באתר זה",
      "ארוך יותר",
      "קצר יותר",
      "הקראה",
      "עצירת ההקראה",
      "סימון פרסומת",
      "שטח פרסום",
      "כותרת חוזרת",
      "כיתוב",
      "מקור ללא שם",
      "נקודה כפולה",
      "תווית פרסומת",
      "קוד בונה עמודים",
      "קוד גלוי",
      "כתבות קשורות",
      "ניוזלטר או אפליקציה",
      "כפתורי שיתוף",
      "«קראו עוד»",
      "שורת פיד",
      "זכויות יוצרים",
      "הזמנה למינוי",
      "תווים שבורים",
      "החדשה",
      "דברים שנאמרו",
      "רקע",
      "הקשר",
      "תגובות",
      "מה הלאה",
      "מקור",
      "הסבר",
      "נושא"
    ],
    hi: [
      "सार",
      "{number} मिनट का पाठ",
      "खबर के हिस्से",
      "{number} छिपाए गए",
      "वापस लाएँ",
      "वापस लाया गया।",
      "सब वापस लें",
      "कॉपी",
      "कॉपी हुआ।",
      "इस साइट पर कभी नहीं",
      "लंबा",
      "छोटा",
      "ज़ोर से पढ़ें",
      "पढ़ना रोकें",
      "विज्ञापन चिह्न",
      "विज्ञापन स्थान",
      "दोहराया शीर्षक",
      "चित्र परिचय",
      "खाली स्रोत",
      "दोहरा विराम",
      "विज्ञापन शब्द",
      "पेज-बिल्डर कोड",
      "दिखता कोड",
      "संबंधित खबरें",
      "न्यूज़लेटर या ऐप",
      "शेयर बटन",
      "“और पढ़ें”",
      "फ़ीड टिप्पणी",
      "अधिकार सूचना",
      "सदस्यता का न्योता",
      "टूटे अक्षर",
      "खबर",
      "बयान",
      "पृष्ठभूमि",
      "संदर्भ",
      "प्रतिक्रियाएँ",
      "आगे क्या",
      "स्रोत",
      "व्याख्या",
      "विषय"
    ],
    id: [
      "Inti berita",
      "{number} menit baca",
      "Bagian artikel",
      "{number} disembunyikan",
      "Kembalikan",
      "Dikembalikan.",
      "Batalkan semua",
      "Salin",
      "Disalin.",
      "Jangan pernah di situs ini",
      "Lebih panjang",
      "Lebih pendek",
      "Bacakan",
      "Berhenti membacakan",
      "penanda iklan",
      "ruang iklan",
      "judul berulang",
      "keterangan foto",
      "sumber tanpa nama",
      "titik ganda",
      "label iklan",
      "kode pembuat halaman",
      "skrip yang tampak",
      "berita terkait",
      "buletin atau aplikasi",
      "tombol bagikan",
      "“baca selengkapnya”",
      "catatan umpan",
      "pemberitahuan hak cipta",
      "ajakan berlangganan",
      "karakter rusak",
      "Berita",
      "Pernyataan",
      "Latar belakang",
      "Konteks",
      "Tanggapan",
      "Selanjutnya",
      "Sumber",
      "Penjelasan",
      "Topik"
    ],
    it: [
      "In breve",
      "{number} min di lettura",
      "Parti dell’articolo",
      "{number} nascosti",
      "Ripristina",
      "Ripristinato.",
      "Annulla tutto",
      "Copia",
      "Copiato.",
      "Mai su questo sito",
      "Più lungo",
      "Più corto",
      "Leggi ad alta voce",
      "Ferma la lettura",
      "segnaposto pubblicitario",
      "spazio pubblicitario",
      "titolo ripetuto",
      "didascalia",
      "fonte senza nome",
      "punto ripetuto",
      "etichetta pubblicitaria",
      "codice di impaginazione",
      "codice visibile",
      "articoli correlati",
      "newsletter o app",
      "pulsanti di condivisione",
      "«leggi di più»",
      "nota del feed",
      "nota sui diritti",
      "invito ad abbonarsi",
      "caratteri corrotti",
      "La notizia",
      "Dichiarazioni",
      "Antefatti",
      "Contesto",
      "Reazioni",
      "Che cosa succede ora",
      "Fonte",
      "Spiegazione",
      "Tema"
    ],
    ja: [
      "要点",
      "約{number}分で読めます",
      "記事の構成",
      "{number}件を非表示",
      "元に戻す",
      "元に戻しました。",
      "すべて元に戻す",
      "コピー",
      "コピーしました。",
      "このサイトでは隠さない",
      "長く",
      "短く",
      "読み上げる",
      "読み上げを止める",
      "広告の目印",
      "広告枠",
      "見出しの重複",
      "写真の説明",
      "名前のない出典",
      "句点の重複",
      "「広告」の表示",
      "ページ作成用のコード",
      "表示されたスクリプト",
      "関連記事",
      "メールマガジンやアプリ",
      "共有ボタン",
      "「続きを読む」",
      "フィードの注記",
      "権利の表示",
      "購読の案内",
      "文字化け",
      "ニュース",
      "発言",
      "経緯",
      "背景事情",
      "反応",
      "今後",
      "出典",
      "解説",
      "話題"
    ],
    ko: [
      "핵심",
      "읽는 데 {number}분",
      "기사의 구성",
      "{number}개 숨김",
      "되돌리기",
      "되돌렸습니다.",
      "모두 되돌리기",
      "복사",
      "복사했습니다.",
      "이 사이트에서는 숨기지 않기",
      "더 길게",
      "더 짧게",
      "소리 내어 읽기",
      "읽기 멈추기",
      "광고 표시자",
      "광고 자리",
      "반복된 제목",
      "사진 설명",
      "이름 없는 출처",
      "겹친 마침표",
      "‘광고’ 표시",
      "페이지 제작 코드",
      "드러난 스크립트",
      "관련 기사",
      "뉴스레터나 앱",
      "공유 버튼",
      "‘더 보기’",
      "피드 알림",
      "저작권 알림",
      "구독 안내",
      "깨진 글자",
      "뉴스",
      "발언",
      "배경",
      "맥락",
      "반응",
      "앞으로의 전망",
      "출처",
      "설명",
      "주제"
    ],
    nl: [
      "De kern",
      "{number} min. leestijd",
      "Delen van het artikel",
      "{number} verborgen",
      "Terugzetten",
      "Teruggezet.",
      "Alles ongedaan maken",
      "Kopiëren",
      "Gekopieerd.",
      "Nooit op deze site",
      "Langer",
      "Korter",
      "Voorlezen",
      "Stoppen met voorlezen",
      "advertentiemarkering",
      "advertentieruimte",
      "herhaalde kop",
      "bijschrift",
      "bron zonder naam",
      "punt te veel",
      "advertentielabel",
      "code van een paginabouwer",
      "zichtbare code",
      "verwante artikelen",
      "nieuwsbrief of app",
      "deelknoppen",
      "“lees meer”",
      "feedmelding",
      "rechtenmelding",
      "oproep tot een abonnement",
      "kapotte tekens",
      "Het nieuws",
      "Uitspraken",
      "Achtergrond",
      "Context",
      "Reacties",
      "Hoe het verdergaat",
      "Bron",
      "Uitleg",
      "Onderwerp"
    ],
    pl: [
      "Najważniejsze",
      "{number} min czytania",
      "Części artykułu",
      "Ukryto: {number}",
      "Przywróć",
      "Przywrócono.",
      "Cofnij wszystko",
      "Kopiuj",
      "Skopiowano.",
      "Nigdy na tej stronie",
      "Dłużej",
      "Krócej",
      "Czytaj na głos",
      "Przerwij czytanie",
      "znacznik reklamy",
      "miejsce na reklamę",
      "powtórzony tytuł",
      "podpis zdjęcia",
      "źródło bez nazwy",
      "podwójna kropka",
      "napis „reklama”",
      "kod kreatora stron",
      "kod zamiast tekstu",
      "powiązane artykuły",
      "newsletter lub aplikacja",
      "przyciski udostępniania",
      "„czytaj więcej”",
      "dopisek kanału",
      "nota o prawach",
      "zachęta do subskrypcji",
      "uszkodzone znaki",
      "Wiadomość",
      "Wypowiedzi",
      "Tło",
      "Kontekst",
      "Reakcje",
      "Co dalej",
      "Źródło",
      "Wyjaśnienie",
      "Temat"
    ],
    pt: [
      "O essencial",
      "{number} min de leitura",
      "Partes da notícia",
      "{number} ocultos",
      "Restaurar",
      "Restaurado.",
      "Desfazer tudo",
      "Copiar",
      "Copiado.",
      "Nunca neste site",
      "Mais longo",
      "Mais curto",
      "Ler em voz alta",
      "Parar a leitura",
      "marcador de anúncio",
      "espaço publicitário",
      "título repetido",
      "legenda",
      "fonte sem nome",
      "ponto repetido",
      "rótulo de publicidade",
      "código de montagem",
      "código à mostra",
      "notícias relacionadas",
      "boletim ou aplicativo",
      "botões de compartilhar",
      "“leia mais”",
      "nota do feed",
      "aviso de direitos",
      "convite à assinatura",
      "caracteres corrompidos",
      "A notícia",
      "Declarações",
      "Antecedentes",
      "Contexto",
      "Reações",
      "O que vem a seguir",
      "Fonte",
      "Explicação",
      "Tema"
    ],
    ru: [
      "Главное",
      "{number} мин чтения",
      "Части статьи",
      "Скрыто: {number}",
      "Вернуть",
      "Возвращено.",
      "Отменить всё",
      "Копировать",
      "Скопировано.",
      "Никогда на этом сайте",
      "Длиннее",
      "Короче",
      "Прочитать вслух",
      "Остановить чтение",
      "рекламная метка",
      "место для рекламы",
      "повтор заголовка",
      "подпись к фото",
      "источник без имени",
      "двойная точка",
      "пометка «реклама»",
      "код конструктора",
      "код вместо текста",
      "материалы по теме",
      "рассылка или приложение",
      "кнопки «поделиться»",
      "«читать далее»",
      "приписка ленты",
      "знак охраны прав",
      "призыв подписаться",
      "испорченные знаки",
      "Новость",
      "Заявления",
      "Предыстория",
      "Контекст",
      "Реакция",
      "Что дальше",
      "Источник",
      "Объяснение",
      "Тема"
    ],
    tr: [
      "Özü",
      "{number} dk okuma",
      "Haberin bölümleri",
      "{number} gizlendi",
      "Geri getir",
      "Geri getirildi.",
      "Tümünü geri al",
      "Kopyala",
      "Kopyalandı.",
      "Bu sitede asla",
      "Daha uzun",
      "Daha kısa",
      "Sesli oku",
      "Okumayı durdur",
      "reklam işareti",
      "reklam alanı",
      "yinelenen başlık",
      "resim altı yazısı",
      "boş kaynak etiketi",
      "çift nokta",
      "reklam etiketi",
      "sayfa kurucu kodu",
      "görünen kod",
      "ilgili haberler",
      "bülten veya uygulama",
      "paylaşım düğmeleri",
      "“devamını oku”",
      "akış notu",
      "hak bildirimi",
      "abonelik çağrısı",
      "bozuk karakterler",
      "Haber",
      "Açıklamalar",
      "Arka plan",
      "Bağlam",
      "Tepkiler",
      "Bundan sonrası",
      "Kaynak",
      "Anlatım",
      "Konu"
    ],
    uk: [
      "Головне",
      "{number} хв читання",
      "Частини статті",
      "Приховано: {number}",
      "Повернути",
      "Повернуто.",
      "Скасувати все",
      "Копіювати",
      "Скопійовано.",
      "Ніколи на цьому сайті",
      "Довше",
      "Коротше",
      "Прочитати вголос",
      "Зупинити читання",
      "рекламна мітка",
      "місце для реклами",
      "повтор заголовка",
      "підпис до фото",
      "джерело без назви",
      "подвійна крапка",
      "позначка «реклама»",
      "код конструктора",
      "код замість тексту",
      "матеріали за темою",
      "розсилка або застосунок",
      "кнопки «поділитися»",
      "«читати далі»",
      "приписка стрічки",
      "знак охорони прав",
      "заклик підписатися",
      "пошкоджені знаки",
      "Новина",
      "Заяви",
      "Передісторія",
      "Контекст",
      "Реакція",
      "Що далі",
      "Джерело",
      "Пояснення",
      "Тема"
    ],
    ur: [
      "خلاصہ",
      "{number} منٹ",
      "خبر کے حصے",
      "چھپایا گیا: {number}",
      "واپس لائیں",
      "واپس لایا گیا۔",
      "سب واپس",
      "نقل",
      "نقل ہو گیا۔",
      "اس سائٹ پر کبھی نہیں",
      "طویل تر",
      "مختصر تر",
      "بلند آواز سے پڑھیں",
      "پڑھنا روکیں",
      "اشتہار کا نشان",
      "اشتہار کی جگہ",
      "دہرائی گئی سرخی",
      "تصویر کی عبارت",
      "خالی ماخذ",
      "دہرا وقفہ",
      "اشتہار کا لیبل",
      "صفحہ ساز کوڈ",
      "متن میں کوڈ",
      "متعلقہ خبریں",
      "نیوز لیٹر یا ایپ",
      "شیئر کے بٹن",
      "«مزید پڑھیں»",
      "فیڈ کا نوٹ",
      "حقوق کا نوٹ",
      "سبسکرپشن کی دعوت",
      "خراب حروف",
      "خبر",
      "بیانات",
      "پس منظر",
      "سیاق",
      "ردعمل",
      "آگے کیا",
      "ماخذ",
      "وضاحت",
      "موضوع"
    ],
    vi: [
      "Điểm chính",
      "{number} phút đọc",
      "Các phần của bài",
      "Đã ẩn: {number}",
      "Khôi phục",
      "Đã khôi phục.",
      "Hoàn tác tất cả",
      "Sao chép",
      "Đã sao chép.",
      "Không bao giờ trên trang này",
      "Dài hơn",
      "Ngắn hơn",
      "Đọc thành tiếng",
      "Dừng đọc",
      "dấu quảng cáo",
      "chỗ quảng cáo",
      "tiêu đề lặp lại",
      "chú thích ảnh",
      "nguồn không tên",
      "dấu chấm lặp",
      "nhãn quảng cáo",
      "mã dựng trang",
      "mã lộ ra",
      "bài liên quan",
      "bản tin hoặc ứng dụng",
      "nút chia sẻ",
      "“đọc thêm”",
      "ghi chú nguồn cấp",
      "thông báo bản quyền",
      "lời mời đăng ký",
      "ký tự lỗi",
      "Tin chính",
      "Phát biểu",
      "Diễn biến trước đó",
      "Bối cảnh",
      "Phản ứng",
      "Diễn biến tiếp theo",
      "Nguồn",
      "Giải thích",
      "Chủ đề"
    ],
    "zh-Hans": [
      "要点",
      "阅读约 {number} 分钟",
      "文章各部分",
      "已隐藏 {number} 处",
      "恢复",
      "已恢复。",
      "全部撤销",
      "复制",
      "已复制。",
      "此网站不再隐藏",
      "更长",
      "更短",
      "朗读",
      "停止朗读",
      "广告标记",
      "广告位",
      "重复标题",
      "图片说明",
      "空的来源标签",
      "重复句号",
      "广告字样",
      "页面构建代码",
      "外露代码",
      "相关阅读",
      "邮件订阅或应用",
      "分享按钮",
      "“阅读更多”",
      "订阅源尾注",
      "版权声明",
      "订阅提示",
      "乱码字符",
      "新闻",
      "各方表态",
      "背景",
      "相关情况",
      "反应",
      "后续",
      "来源",
      "解释",
      "主题"
    ],
    "zh-Hant": [
      "重點",
      "閱讀約 {number} 分鐘",
      "文章各部分",
      "已隱藏 {number} 處",
      "復原",
      "已復原。",
      "全部復原",
      "複製",
      "已複製。",
      "此網站不再隱藏",
      "更長",
      "更短",
      "朗讀",
      "停止朗讀",
      "廣告標記",
      "廣告版位",
      "重複標題",
      "圖片說明",
      "空的來源標籤",
      "重複句號",
      "廣告字樣",
      "頁面建構程式碼",
      "外露程式碼",
      "相關閱讀",
      "電子報或應用程式",
      "分享按鈕",
      "「閱讀更多」",
      "訂閱源附註",
      "版權聲明",
      "訂閱提示",
      "亂碼字元",
      "新聞",
      "各方說法",
      "背景",
      "相關情況",
      "反應",
      "後續",
      "來源",
      "解釋",
      "主題"
    ]
  };

  // www/shell/labels.js
  var TRADITIONAL = /^zh[-_](.*[-_])?(hant|tw|hk|mo)\b/i;
  function labelsFor(language) {
    const texts = OTHERS[tagOf(language)];
    return texts ? inOrder(ENGLISH, texts.values()) : ENGLISH;
  }
  var LANGUAGES = ["en", ...Object.keys(OTHERS)];
  function tagOf(language) {
    const [primary] = language.toLowerCase().split(/[-_]/);
    if (primary !== "zh") return primary;
    return TRADITIONAL.test(language) ? "zh-Hant" : "zh-Hans";
  }
  function inOrder(english, texts) {
    const own = Object.entries(english).map(([name, word]) => [
      name,
      typeof word === "string" ? texts.next().value : inOrder(word, texts)
    ]);
    return Object.fromEntries(own);
  }
  var OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|mni|mr|my|mzn|ne|pa-arab|ps|sa|sat|sd|ur-in|uz-arab)\b/i;
  function numberIn(number, language) {
    if (number < 1e3 && !OWN_DIGITS.test(language)) return String(number);
    try {
      return new Intl.NumberFormat(language === "und" ? "en" : language).format(number);
    } catch {
      return String(number);
    }
  }

  // www/shell/dom.js
  var firstChildOf = getter("Node", "firstChild");
  var nextSiblingOf = getter("Node", "nextSibling");
  var previousSiblingOf = getter("Node", "previousSibling");
  var parentNodeOf = getter("Node", "parentNode");
  var nodeTypeOf = getter("Node", "nodeType");
  var localNameOf = getter("Element", "localName");
  var shadowRootOf = getter("Element", "shadowRoot");
  var documentElementOf = getter("Document", "documentElement");
  var styleOfHtml = getter("HTMLElement", "style");
  var firstChild = firstChildOf ? (node) => firstChildOf.call(node) : (node) => node.firstChild;
  var nextSibling = nextSiblingOf ? (node) => nextSiblingOf.call(node) : (node) => node.nextSibling;
  var previousSibling = previousSiblingOf ? (node) => previousSiblingOf.call(node) : (node) => node.previousSibling;
  var parentNode = parentNodeOf ? (node) => parentNodeOf.call(node) : (node) => node.parentNode;
  var nodeType = nodeTypeOf ? (node) => nodeTypeOf.call(node) : (node) => node.nodeType;
  var localName = localNameOf ? (element) => localNameOf.call(element) : (element) => element.localName;
  var shadowRoot = shadowRootOf ? (element) => shadowRootOf.call(element) : (element) => element.shadowRoot;
  var documentElement = documentElementOf ? (document2) => documentElementOf.call(document2) : (document2) => document2.documentElement;
  function styleOf(element) {
    return styleOfHtml && localName(element) === "form" ? styleOfHtml.call(element) : element.style;
  }
  function getter(owner, name) {
    const prototype = (
      /** @type {any} */
      globalThis[owner]?.prototype
    );
    return prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  }

  // www/shell/change.js
  var MARK = "data-zubda";
  function markElement(element, edit) {
    const said = edit.action === "hide" ? edit.reason : edit.action;
    const changes = [setAttribute(element, MARK, said)];
    try {
      if (edit.action === "hide") {
        if (edit.findable && canBeFound(element)) {
          changes.push(setAttribute(element, "hidden", "until-found"));
          changes.push(flatten(element));
        } else changes.push(style(element, { display: "none" }));
      }
    } catch (cause) {
      revertAll(changes);
      throw cause;
    }
    return {
      node: element,
      revert: () => revertAll(changes),
      undone: () => changes.some((change) => change.undone())
    };
  }
  function revertAll(changes) {
    for (let i = changes.length - 1; i >= 0; i--) {
      try {
        changes[i].revert();
      } catch {
      }
    }
  }
  function canBeFound(element) {
    const view = element.ownerDocument.defaultView;
    if (!view || !("onbeforematch" in element)) return false;
    const display = view.getComputedStyle(element).display;
    return display === "block" || display === "flow-root" || display === "list-item" || display === "flex";
  }
  function flatten(element) {
    return style(element, { margin: "0", padding: "0", border: "0", "min-height": "0", height: "0" });
  }
  function setAttribute(element, name, value) {
    const before = element.getAttribute(name);
    element.setAttribute(name, value);
    return {
      node: element,
      undone: () => element.getAttribute(name) !== value,
      revert() {
        if (element.getAttribute(name) !== value) return;
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
      }
    };
  }
  function style(element, properties) {
    const before = element.getAttribute("style");
    const declared = styleOf(element).cssText;
    for (const [name, value] of Object.entries(properties)) styleOf(element).setProperty(name, value, "important");
    const after = element.getAttribute("style");
    const names = Object.keys(properties);
    return {
      node: element,
      undone: () => names.some((name) => styleOf(element).getPropertyPriority(name) !== "important"),
      revert() {
        if (element.getAttribute("style") === after) {
          if (before === null) return element.removeAttribute("style");
          styleOf(element).cssText = declared;
          if (element.getAttribute("style") !== before) element.setAttribute("style", before);
          return;
        }
        for (const [name, value] of Object.entries(properties)) {
          const ours = styleOf(element).getPropertyPriority(name) === "important" && isSame(styleOf(element), name, value);
          if (ours) styleOf(element).removeProperty(name);
        }
      }
    };
  }
  function isSame(declared, name, value) {
    const found = declared.getPropertyValue(name);
    return found === value || parseFloat(found) === parseFloat(value);
  }
  function cutText(node, cuts) {
    const before = node.data;
    const sorted = [...cuts].sort((a, b) => a.start - b.start);
    let after = "";
    let done = 0;
    for (const { start, end, replacement } of sorted) {
      after += before.slice(done, start) + replacement;
      done = end;
    }
    after += before.slice(done);
    node.data = after;
    return {
      node,
      undone: () => node.data === before && before !== after,
      now: (offset, isEnd) => node.data === after ? shift(sorted, offset, isEnd) : offset,
      revert() {
        if (node.data === after) node.data = before;
      }
    };
  }
  function shift(cuts, offset, isEnd) {
    let moved = 0;
    for (const { start, end, replacement } of cuts) {
      if (offset <= start) break;
      if (offset < end) return start + moved + (isEnd ? replacement.length : 0);
      moved += replacement.length - (end - start);
    }
    return offset + moved;
  }

  // www/shell/light.js
  var NAME = "zubda";
  var RULE = `::highlight(${NAME}) { background-color: #ffe08a; color: #1b1b1b }`;
  function lightSentences() {
    const sheets2 = /* @__PURE__ */ new Map();
    let document2 = null;
    let light = null;
    return {
      /** @param {Range[]} ranges */
      show(ranges) {
        const first2 = ranges[0];
        if (!first2) return;
        document2 = first2.startContainer.ownerDocument;
        const view = document2?.defaultView;
        const calm = view?.matchMedia("(prefers-reduced-motion: reduce)").matches;
        first2.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
        try {
          view.CSS.highlights.set(NAME, light = new view.Highlight(...ranges));
          for (const tree of new Set(ranges.map((range) => treeOf(range.startContainer))))
            if (!sheets2.has(tree)) sheets2.set(tree, adopt(tree, RULE));
        } catch {
          select(view?.getSelection() ?? null, ranges);
        }
      },
      clear() {
        const lights = document2?.defaultView?.CSS?.highlights;
        if (light && lights?.get(NAME) === light) lights.delete(NAME);
        light = null;
        for (const [tree, sheet] of sheets2) dismiss(tree, sheet);
        sheets2.clear();
      }
    };
  }
  function treeOf(node) {
    return (
      /** @type {Tree} */
      node.getRootNode()
    );
  }
  function adopt(tree, css) {
    const document2 = tree.ownerDocument ?? /** @type {Document} */
    tree;
    const Sheet = (
      /** @type {Window & typeof globalThis} */
      document2.defaultView.CSSStyleSheet
    );
    const sheet = new Sheet();
    sheet.replaceSync(css);
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    return sheet;
  }
  function dismiss(tree, sheet) {
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
  }
  function select(selection, ranges) {
    const last = ranges[ranges.length - 1];
    selection?.setBaseAndExtent(ranges[0].startContainer, ranges[0].startOffset, last.endContainer, last.endOffset);
  }

  // www/shell/parts.js
  var PART = "data-zubda-part";
  var MARKS = `
[${PART}]::before {
  content: attr(${PART}); display: block; inline-size: fit-content; max-inline-size: 100%; float: none;
  box-sizing: border-box; padding: 0.1em 0.6em; margin-block-end: 0.4em; border-radius: 1em;
  font: 600 0.72rem/1.4 system-ui, sans-serif; letter-spacing: 0; text-indent: 0; color: #7a480c; background: #f6ead4;
}
@media (prefers-color-scheme: dark) { [${PART}]::before { color: #f0c48a; background: #45361f } }
`;
  var UNMARKED = ["row", "code"];
  function partName(part, labels) {
    if (part.label !== null) return part.label;
    return [part.role && labels.roles[part.role], part.phrase].filter(Boolean).join(" · ");
  }
  function partMarks(plan, nodes) {
    if (!plan.article || plan.sections.length < 2) return [];
    const labels = labelsFor(plan.article.language);
    return plan.sections.flatMap((part) => {
      const first2 = plan.paragraphs[part.paragraphs[0]];
      const element = (
        /** @type {HTMLElement | undefined} */
        nodes[first2.node]
      );
      const name = partName(part, labels);
      if (part.label !== null || !name || UNMARKED.includes(first2.kind)) return [];
      const begins = plan.paragraphs.findIndex((paragraph) => paragraph.node === first2.node) === part.paragraphs[0];
      const isThere = element?.isConnected && element.nodeType === 1 && !element.hasAttribute(PART);
      const mark = begins && isThere ? [[element, name]] : [];
      return mark;
    });
  }
  function markParts(plan, nodes) {
    const marks = partMarks(plan, nodes);
    if (!marks.length) return [];
    const changes = [];
    try {
      for (const tree of new Set(marks.map(([element]) => treeOf(element)))) {
        const sheet = adopt(tree, MARKS);
        changes.push({ node: tree, revert: () => dismiss(tree, sheet), undone: () => false });
      }
      return [...changes, ...marks.map(([element, name]) => setAttribute(element, PART, name))];
    } catch {
      revertAll(changes);
      return [];
    }
  }
  function partButtons(plan, nodes, labels, button, signal) {
    const parts = plan.sections.flatMap((part) => {
      const start = (
        /** @type {Element | undefined} */
        nodes[plan.paragraphs[part.paragraphs[0]].node]
      );
      const name = partName(part, labels);
      return name && start?.nodeType === 1 ? [{ start, name }] : [];
    });
    if (parts.length < 2) return [];
    const buttons = parts.map(({ start, name }) => button(name, () => start.scrollIntoView({ block: "start" })));
    follow(
      parts.map((part) => part.start),
      buttons,
      signal
    );
    return buttons;
  }
  function follow(starts, buttons, signal) {
    const View = (
      /** @type {Window & typeof globalThis} */
      starts[0].ownerDocument.defaultView
    );
    if (!View.IntersectionObserver) return;
    const above = /* @__PURE__ */ new Set();
    const observer = new View.IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) above.add(target);
          else above.delete(target);
        }
        const current = starts.map((start) => above.has(start)).lastIndexOf(true);
        buttons.forEach((button, i) => {
          if (i === current) button.setAttribute("aria-current", "location");
          else button.removeAttribute("aria-current");
        });
      },
      // From far above the page down to two fifths of the window.
      { rootMargin: "1000000px 0px -60% 0px" }
    );
    for (const start of new Set(starts)) observer.observe(start);
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  // www/shell/seen.js
  function watchCovered(element, signal) {
    let covered = false;
    try {
      const view = (
        /** @type {Window & typeof globalThis} */
        element.ownerDocument.defaultView
      );
      if (!("isVisible" in view.IntersectionObserverEntry.prototype)) return () => false;
      const look = (entries) => {
        const { isIntersecting, isVisible } = entries[entries.length - 1];
        covered = isIntersecting && !isVisible;
      };
      const options = (
        /** @type {IntersectionObserverInit} */
        { trackVisibility: true, delay: MIN_DELAY }
      );
      const observer = new view.IntersectionObserver(look, options);
      observer.observe(element);
      signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    } catch {
    }
    return () => covered;
  }
  var MIN_DELAY = 100;

  // www/shell/snapshot.js
  var HIDDEN = 1;
  var BLOCK = 2;
  var SPACE_BEFORE = 4;
  var EDITABLE = 8;
  var HOST_ATTRIBUTE = "data-zubda-host";
  var OWN_ELEMENT = "zubda-article";
  var MAX_ATTRIBUTE = 2048;
  var SPACE_ALONE = /^[ \t\n\r\f]*$/;
  var SKIPPED = new Set(
    "style template noscript svg iframe object canvas audio video textarea select math embed".split(" ")
  );
  var INLINE_TO_ASK = /* @__PURE__ */ new Set(["span", "a", "font", "label"]);
  var BLOCKS = new Set(
    "article aside blockquote body dd div dt figcaption footer h1 h2 h3 h4 h5 h6 header li main nav p section td th".split(
      " "
    )
  );
  var VISIBLE = { visibilityProperty: true };
  var MAX_INLINE = 8;
  var TINY = 1;
  var FEW = 16;
  var SENTENCE_END = /[.!?…。！？।॥؟۔։።:：]["'”’»」』)\]]*\s*$/;
  var ATTRIBUTES = new Set(
    "alt aria-label class content contenteditable datetime height hidden href id itemprop name property rel role src title type width".split(
      " "
    )
  );
  function takeSnapshot(target) {
    const root = (
      /** @type {Element} */
      nodeType(target) === 9 ? documentElement(
        /** @type {Document} */
        target
      ) : target
    );
    const document2 = root.ownerDocument;
    const view = "checkVisibility" in root ? document2.defaultView : null;
    const columns = new Columns();
    const detours = [];
    let node = root;
    let parent = 0;
    while (node) {
      const type = nodeType(node);
      if (type === 1) {
        const element = (
          /** @type {Element} */
          node
        );
        const name = localName(element);
        const id = columns.element(element, name, parent);
        const child = isOpen(element, name) ? enter(element, name, detours) : null;
        if (child) {
          parent = id;
          node = child;
          continue;
        }
      } else if (type === 3) columns.textNode(
        /** @type {Text} */
        node,
        parent,
        view
      );
      let next = null;
      while (node && node !== root) {
        const detour = detours[detours.length - 1];
        const ends = detour && node === detour.nodes[detour.at];
        next = ends ? detour.nodes[++detour.at] ?? null : nextSibling(node);
        if (next) break;
        if (ends) detours.pop();
        node = ends ? detour.element : parentNode(node);
        parent = columns.parent[parent];
      }
      node = next;
    }
    const language = root.closest("[lang]")?.getAttribute("lang") ?? "";
    return {
      snapshot: columns.finish(String(document2.URL ?? ""), String(document2.title ?? ""), language),
      nodes: columns.nodes
    };
  }
  function enter(element, name, detours) {
    const shadow = name === OWN_ELEMENT ? null : shadowRoot(element);
    let nodes = [];
    if (shadow) nodes = Array.from(shadow.childNodes);
    else if (name === "slot") nodes = /** @type {HTMLSlotElement} */
    element.assignedNodes?.() ?? [];
    if (nodes.length) detours.push({ element, nodes, at: 0 });
    return nodes[0] ?? (shadow ? null : firstChild(element));
  }
  function toPlain(snapshot) {
    return (
      /** @type {Snapshot} */
      Object.fromEntries(
        Object.entries(snapshot).map(([name, value]) => [
          name,
          ArrayBuffer.isView(value) ? [.../** @type {any} */
          value] : value
        ])
      )
    );
  }
  function isOpen(element, name) {
    if (name === "script") return (element.getAttribute("type") ?? "").includes("ld+json");
    return !SKIPPED.has(name) && !element.hasAttribute(HOST_ATTRIBUTE);
  }
  var Columns = class {
    /** @type {Node[]} */
    nodes = [];
    /** @type {string[]} */
    names = [];
    /** @type {Map<string, number>} */
    known = /* @__PURE__ */ new Map();
    /** @type {number[]} */
    tag = [];
    /** @type {number[]} */
    parent = [];
    /** @type {number[]} */
    flags = [];
    /** @type {number[]} */
    length = [];
    /** @type {string[]} */
    text = [];
    /** @type {number[]} */
    attributeNode = [];
    /** @type {number[]} */
    attributeName = [];
    /** @type {number[]} */
    attributeLength = [];
    /** @type {string[]} */
    attributeText = [];
    /** @type {boolean[]} */
    asked = [];
    /** By id, where it was asked for: beside what is read. @type {(boolean | undefined)[]} */
    unread = [];
    space = 0;
    /**
     * @param {Element} element
     * @param {string} name
     * @param {number} parent
     */
    element(element, name, parent) {
      const id = this.push(element, 1 + this.name(name), parent, 0, 0);
      if (element.hasAttributes()) {
        for (const name2 of element.getAttributeNames()) {
          if (!ATTRIBUTES.has(name2)) continue;
          const value = clip(element.getAttribute(name2) ?? "");
          if (name2 === "contenteditable" && value !== "false") this.flags[id] |= EDITABLE;
          this.attributeNode.push(id);
          this.attributeName.push(this.name(name2));
          this.attributeLength.push(value.length);
          this.attributeText.push(value);
        }
      }
      return id;
    }
    /**
     * @param {Text} node
     * @param {number} parent
     * @param {Window | null} view
     */
    textNode(node, parent, view) {
      const data = node.data;
      if (SPACE_ALONE.test(data)) {
        if (data) this.space = SPACE_BEFORE;
        return;
      }
      this.ask(parent, view);
      this.push(node, 0, parent, 0, data.length);
      this.text.push(data);
    }
    /**
     * Asks for the style of an element that holds text, once.
     *
     * @param {number} id
     * @param {Window | null} view
     */
    ask(id, view) {
      if (!view || this.asked[id]) return;
      this.asked[id] = true;
      const element = (
        /** @type {Element} */
        this.nodes[id]
      );
      const hidden = !this.isShown(id, view);
      const name = this.nameOf(id);
      if ((INLINE_TO_ASK.has(name) || name.includes("-")) && !(BLOCKS.has(this.nameOf(this.parent[id])) && isAlone(element))) {
        const style2 = view.getComputedStyle(element);
        const display = style2.display;
        if (display !== "contents" && !display.startsWith("inline") && display !== "none") {
          const place2 = isOutOfFlow(style2) ? placeBeside(element, style2, view) : "block";
          if (place2 === "block") this.flags[id] |= BLOCK;
          this.unread[id] = place2 === "unread";
        } else this.unread[id] = false;
      }
      if (hidden || this.isUnread(id, view)) this.flags[id] |= HIDDEN;
    }
    /**
     * Whether an element's text is laid out: an element without a box of its own shows it in the box around it.
     *
     * @param {number} id
     * @param {Window} view
     */
    isShown(id, view) {
      for (let level = 0; level < MAX_INLINE; level++) {
        const element = (
          /** @type {Element} */
          this.nodes[id]
        );
        if (element.checkVisibility(VISIBLE)) return true;
        if (id === 0) return false;
        const around = (
          /** @type {Element} */
          this.nodes[this.parent[id]]
        );
        const name = this.nameOf(id);
        if (name !== "slot" && !name.includes("-") && !around.checkVisibility(VISIBLE)) return false;
        const { display, visibility } = view.getComputedStyle(element);
        if (display !== "contents" || visibility !== "visible") return false;
        id = this.parent[id];
      }
      return false;
    }
    /**
     * Whether an element, or an inline one that it stands in, or the block around them is clipped to nothing or stands beside
     * the text that is read.
     *
     * @param {number} id
     * @param {Window} view
     */
    isUnread(id, view) {
      for (let level = 0; level < MAX_INLINE; level++) {
        if (this.unread[id] === void 0) {
          const element = (
            /** @type {HTMLElement} */
            this.nodes[id]
          );
          const isAsked = BLOCKS.has(this.nameOf(id)) || element.hasAttribute("class");
          this.unread[id] = isAsked && isClippedToNothing(element, view);
        }
        if (this.unread[id] || id === 0 || BLOCKS.has(this.nameOf(id))) return this.unread[id];
        id = this.parent[id];
      }
      return false;
    }
    /** @param {number} id */
    nameOf(id) {
      return this.names[this.tag[id] - 1];
    }
    /**
     * @param {Node} node
     * @param {number} tag
     * @param {number} parent
     * @param {number} flags
     * @param {number} length
     */
    push(node, tag, parent, flags, length) {
      this.nodes.push(node);
      this.tag.push(tag);
      this.parent.push(parent);
      this.flags.push(flags | this.space);
      this.space = 0;
      return this.length.push(length) - 1;
    }
    /** @param {string} name */
    name(name) {
      let place2 = this.known.get(name);
      if (place2 === void 0) {
        place2 = this.names.push(name) - 1;
        this.known.set(name, place2);
      }
      return place2;
    }
    /**
     * @param {string} url
     * @param {string} title
     * @param {string} language
     * @returns {Snapshot}
     */
    finish(url, title, language) {
      return {
        version: 1,
        url,
        title,
        language,
        names: this.names,
        tag: Uint16Array.from(this.tag),
        parent: Uint32Array.from(this.parent),
        flags: Uint8Array.from(this.flags),
        length: Uint32Array.from(this.length),
        text: this.text.join(""),
        attributeNode: Uint32Array.from(this.attributeNode),
        attributeName: Uint16Array.from(this.attributeName),
        attributeLength: Uint32Array.from(this.attributeLength),
        attributeText: this.attributeText.join("")
      };
    }
  };
  function isOutOfFlow(style2) {
    return style2.cssFloat !== "none" || isPositioned(style2);
  }
  function isPositioned(style2) {
    return style2.position === "absolute" || style2.position === "fixed";
  }
  function placeBeside(element, style2, view) {
    if (isPositioned(style2) && (style2.opacity === "0" || isCutOff(
      /** @type {HTMLElement} */
      element,
      style2
    )))
      return "unread";
    const after = textBeside(element, nextSibling, view);
    if (!after) return "block";
    if ((element.textContent ?? "").trim().length <= FEW) return "inline";
    const before = textBeside(element, previousSibling, view);
    return before && !SENTENCE_END.test(before) ? "unread" : "block";
  }
  function textBeside(element, beside, view) {
    let node = element;
    for (let level = 0; node && level < MAX_INLINE; level++) {
      let other = beside(node);
      while (other && isNothing(other)) other = beside(other);
      if (other) {
        const type = nodeType(other);
        const isRead = type === 3 || type === 1 && isInFlow(
          /** @type {Element} */
          other,
          view
        );
        return isRead ? (other.textContent ?? "").trim() : "";
      }
      node = parentNode(node);
      if (!node || nodeType(node) !== 1 || !isInFlow(
        /** @type {Element} */
        node,
        view
      )) return "";
    }
    return "";
  }
  function isInFlow(element, view) {
    const style2 = view.getComputedStyle(element);
    return style2.display.startsWith("inline") && !isOutOfFlow(style2);
  }
  function isClippedToNothing(element, view) {
    let around = isTiny(element) ? element : null;
    for (let level = 0; around && level < MAX_INLINE; level++) {
      if (isTiny(around) && isCutOff(around, view.getComputedStyle(around))) return true;
      around = around.parentElement;
    }
    return false;
  }
  function isCutOff(element, style2) {
    if (!isPositioned(style2)) return false;
    if (/^inset\((50|100)%/.test(style2.clipPath)) return true;
    if (style2.overflow !== "visible" && isTiny(element)) return true;
    const sides = /^rect\((.+)\)$/.exec(style2.clip);
    if (!sides) return false;
    const [top, right, bottom, left] = sides[1].split(/[\s,]+/).map(parseFloat);
    return bottom - top <= TINY || right - left <= TINY;
  }
  function isTiny(element) {
    return element.offsetWidth <= TINY || element.hasAttribute("class") && element.offsetHeight <= TINY;
  }
  function isAlone(node) {
    for (const beside of [previousSibling, nextSibling]) {
      let other = beside(node);
      while (other && isNothing(other)) other = beside(other);
      if (other) return false;
    }
    return true;
  }
  function isNothing(node) {
    const type = nodeType(node);
    return type === 8 || type === 3 && SPACE_ALONE.test(
      /** @type {Text} */
      node.data
    );
  }
  function clip(value) {
    if (value.length <= MAX_ATTRIBUTE) return value;
    const last = value.charCodeAt(MAX_ATTRIBUTE - 1);
    return value.slice(0, last >= 55296 && last < 56320 ? MAX_ATTRIBUTE - 1 : MAX_ATTRIBUTE);
  }

  // www/shell/style.js
  var CLOSED = `
:host {
  all: initial !important; display: block !important;
  --zubda-ink: initial !important; --zubda-soft: initial !important; --zubda-paper: initial !important;
  --zubda-line: initial !important; --zubda-accent: initial !important; --zubda-butter: initial !important;
}
`;
  var STYLE = `
.box {
  --ink: var(--zubda-ink, #23201b); --soft: var(--zubda-soft, #6a6152); --paper: var(--zubda-paper, #fcf9f2);
  --line: var(--zubda-line, #e4dbc8); --accent: var(--zubda-accent, #8a4f0b); --butter: var(--zubda-butter, #f3c969);
  all: initial; display: block;
  box-sizing: border-box; margin-block: 1.4em; padding: 1em 1.25em 0.8em; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; text-align: start;
  font: 400 16px/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
.box:lang(ar), .box:lang(fa), .box:lang(ur) { font-size: 17px; line-height: 1.85 }
header, footer { display: flex; flex-wrap: wrap; gap: 0.3em 1.1em; align-items: baseline }
.name { color: var(--accent); font-weight: 700; font-size: 1.06em }
.name::before {
  content: ""; display: inline-block; inline-size: 0.95em; block-size: 0.5em; margin-inline-end: 0.5em;
  background: var(--butter); border-radius: 2px; vertical-align: 0.06em;
}
.minutes, .why, .status { color: var(--soft); font-size: 0.86em }
ul, ol { margin: 0; padding: 0; list-style: none }
.summary { margin-block: 0.55em 0.9em; display: grid; gap: 0.3em }
button {
  all: unset; box-sizing: border-box; cursor: pointer; color: var(--accent); font-size: 0.9em; border-radius: 4px;
}
button:hover, summary:hover { text-decoration: underline; text-underline-offset: 0.22em; text-decoration-thickness: 1px }
button[aria-disabled] { color: var(--soft); cursor: default; text-decoration: none }
button[hidden] { display: none }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.sentence {
  display: block; color: var(--ink); font-size: 1em; padding: 0.15em 0.6em; margin-inline: -0.6em; text-wrap: pretty;
}
.sentence:hover { background: color-mix(in srgb, var(--butter) 24%, transparent); text-decoration: none }
.parts { display: flex; flex-wrap: wrap; gap: 0.35em 0.4em; margin-block-end: 0.85em }
.parts button { padding: 0.05em 0.75em; border: 1px solid var(--line); border-radius: 1em; font-size: 0.86em }
.parts [aria-current] { border-color: var(--accent); background: color-mix(in srgb, var(--butter) 24%, transparent) }
.parts button:hover { border-color: var(--accent); text-decoration: none }
footer { border-block-start: 1px solid var(--line); padding-block-start: 0.55em }
details { flex: 1 1 auto; font-size: 0.9em }
details[open] { flex-basis: 100% }
summary { cursor: pointer; color: var(--soft) }
.hidden { margin-block: 0.5em 0.3em; display: grid }
.hidden li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0 1em; align-items: baseline; padding-block: 0.35em;
  border-block-start: 1px solid color-mix(in srgb, var(--line) 60%, transparent);
}
.what { grid-area: 1 / 1; justify-self: start }
.why { grid-area: 2 / 1 }
.hidden button { grid-row: 1 }
.status { margin: 0 }
@media (prefers-color-scheme: dark) {
  .box {
    --ink: var(--zubda-ink, #ece5d8); --soft: var(--zubda-soft, #b0a694); --paper: var(--zubda-paper, #24211c);
    --line: var(--zubda-line, #443d33); --accent: var(--zubda-accent, #e6b064); --butter: var(--zubda-butter, #b98a35);
  }
}
@media print { nav, footer, .status { display: none } .box { background: none } }
`;

  // www/shell/summary.js
  var STEPS = [1, 2, 3, 5, 8, 12, 20];
  var MAX_SHARE = 0.5;
  var LETTER = new RegExp("\\p{L}", "gu");
  var RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
  function summarize({ document: document2, labels, make: make2, button, say }, plan, nodes, show, signal) {
    const article = (
      /** @type {NonNullable<Plan["article"]>} */
      plan.article
    );
    let sentences = plan.summary?.sentences ?? [];
    if (!sentences.length) return null;
    const list = make2("ul", { class: "summary" });
    const fill = () => list.replaceChildren(
      ...sentences.map((sentence) => {
        const lang = languageOf(sentence, plan, nodes);
        const dir = directionOf(sentence.text, article.direction);
        return make2(
          "li",
          {},
          button(sentence.text, () => show(sentence), { class: "sentence", lang, dir })
        );
      })
    );
    fill();
    const steps = lengths(plan);
    const resize = (count) => {
      sentences = first(plan, count);
      fill();
      mark();
    };
    const shorter = button(labels.shorter, () => step(-1));
    const longer = button(labels.longer, () => step(1));
    const next = (way) => way > 0 ? steps.find((n) => n > sentences.length) : steps.findLast((n) => n < sentences.length);
    const step = (way) => {
      const count = next(way);
      if (count !== void 0) resize(count);
    };
    const mark = () => {
      for (
        const [element, way] of
        /** @type {const} */
        [
          [shorter, -1],
          [longer, 1]
        ]
      ) {
        if (next(way) === void 0) element.setAttribute("aria-disabled", "true");
        else element.removeAttribute("aria-disabled");
      }
    };
    mark();
    const tools = steps.length > 1 ? [shorter, longer] : [];
    const clipboard = document2.defaultView?.navigator?.clipboard;
    if (clipboard) {
      tools.push(
        button(labels.copy, () => {
          const text = [article.title, ...sentences.map((sentence) => sentence.text), document2.URL];
          clipboard.writeText(text.filter(Boolean).join("\n")).then(
            () => say(labels.copied),
            () => say("")
          );
        })
      );
    }
    const aloud = button(labels.read, () => speaker?.toggle());
    aloud.hidden = true;
    const speaker = speech(
      document2,
      article.language,
      () => sentences.map((sentence) => sentence.text),
      signal,
      (state) => {
        aloud.hidden = state === "none";
        aloud.textContent = state === "speaking" ? labels.stop : labels.read;
      }
    );
    if (speaker) tools.push(aloud);
    return { list, tools };
  }
  function lengths(plan) {
    const all = plan.sentences?.length ?? 0;
    const chosen = plan.summary?.sentences.length ?? 0;
    const most = Math.max(chosen, Math.floor(all * MAX_SHARE));
    const steps = all ? STEPS.filter((step) => step <= most) : [];
    return [.../* @__PURE__ */ new Set([...steps, chosen])].sort((a, b) => a - b);
  }
  function first(plan, count) {
    const chosen = plan.summary?.sentences ?? [];
    if (count === chosen.length) return chosen;
    return (plan.sentences ?? []).filter((sentence) => sentence.rank < count).map(({ text, paragraph, ranges, rank }) => ({ text, paragraph, ranges, score: 1 / (1 + rank) }));
  }
  function languageOf(sentence, plan, nodes) {
    const article = (
      /** @type {NonNullable<Plan["article"]>} */
      plan.article
    );
    const story = (
      /** @type {Element | undefined} */
      nodes[article.node]
    );
    const own = nodes[sentence.ranges[0]?.node]?.parentElement?.closest("[lang]");
    return own && own !== story && story?.contains(own) && own.getAttribute("lang") || article.language;
  }
  function directionOf(text, otherwise) {
    const letters = text.match(LETTER)?.length ?? 0;
    if (!letters) return otherwise;
    return (text.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > letters ? "rtl" : "ltr";
  }
  function speech(document2, language, texts, signal, tell) {
    const view = (
      /** @type {(Window & typeof globalThis) | null} */
      document2.defaultView
    );
    const synthesis = view?.speechSynthesis;
    const Utterance = view?.SpeechSynthesisUtterance;
    if (!synthesis || !Utterance) return null;
    const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];
    const voice = () => synthesis.getVoices().find((voice2) => voice2.localService && primary(voice2.lang) === primary(language));
    let speaking = false;
    const set = (on) => {
      speaking = on;
      tell(on ? "speaking" : voice() ? "silent" : "none");
    };
    const stop = () => {
      if (!speaking) return;
      synthesis.cancel();
      set(false);
    };
    synthesis.addEventListener?.("voiceschanged", () => set(speaking), { signal });
    signal.addEventListener("abort", stop, { once: true });
    set(false);
    return {
      toggle() {
        const chosen = voice();
        if (speaking || !chosen) return stop();
        const utterances = texts().map(
          (text) => Object.assign(new Utterance(text), { voice: chosen, lang: chosen.lang })
        );
        utterances.forEach((utterance) => utterance.addEventListener("error", stop));
        utterances.at(-1)?.addEventListener("end", () => set(false));
        set(true);
        for (const utterance of utterances) synthesis.speak(utterance);
      }
    };
  }

  // www/shell/box.js
  function openBox(setup) {
    if (setup.into) {
      const box = build(setup.into.ownerDocument, setup);
      setup.into.append(box);
      return box;
    }
    const place2 = placeFor(setup.plan, setup.nodes);
    if (!place2?.parentNode) return null;
    const document2 = (
      /** @type {Document} */
      place2.ownerDocument
    );
    const host = document2.createElement("div");
    host.setAttribute(HOST_ATTRIBUTE, "");
    host.style.setProperty("all", "initial", "important");
    host.style.setProperty("display", "block", "important");
    const shadow = host.attachShadow({ mode: "closed" });
    dress(document2, shadow, CLOSED + STYLE);
    shadow.append(build(document2, setup));
    const slot = (
      /** @type {Element} */
      place2.slot
    );
    if (slot) host.slot = slot;
    place2.parentNode.insertBefore(host, place2);
    return host;
  }
  var NO_HOST_INSIDE = "p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6, pre, figure, blockquote, a, span, button";
  function placeFor(plan, nodes) {
    const first2 = (
      /** @type {Element | undefined} */
      nodes[plan.paragraphs[0]?.node]
    );
    const article = plan.article && /** @type {Element} */
    nodes[plan.article.node];
    if (!first2?.isConnected || !article) return null;
    let place2 = first2 === article ? opening(first2, plan.paragraphs[0].text) : first2;
    for (; ; ) {
      const around = place2?.parentElement?.closest(`${NO_HOST_INSIDE}, td, th`);
      if (!around || around.matches("td, th")) return place2;
      place2 = around;
    }
  }
  function opening(element, text) {
    const KNOWN_BY = 16;
    const begins = (child) => {
      const words = (child.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, KNOWN_BY);
      return words !== "" && text.trimStart().startsWith(words);
    };
    return Array.from(element.childNodes).find(begins) ?? element.firstElementChild;
  }
  var sheets = /* @__PURE__ */ new WeakMap();
  function dress(document2, shadow, css) {
    try {
      const known = sheets.get(document2) ?? /* @__PURE__ */ new Map();
      let sheet = known.get(css);
      if (!sheet) {
        const Sheet = (
          /** @type {Window & typeof globalThis} */
          document2.defaultView.CSSStyleSheet
        );
        sheet = new Sheet();
        sheet.replaceSync(css);
        sheets.set(document2, known.set(css, sheet));
      }
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      const style2 = document2.createElement("style");
      style2.textContent = css;
      shadow.append(style2);
    }
  }
  var MAX_LISTED = 500;
  function build(document2, { plan, nodes, hidden: places, open, into, show, restore, never, undo, signal }) {
    const article = (
      /** @type {NonNullable<Plan["article"]>} */
      plan.article
    );
    const labels = labelsFor(article.language);
    const make2 = (name, attributes = {}, ...children) => {
      const element = document2.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (attributes.class) element.setAttribute("part", attributes.class);
      element.append(...children);
      return element;
    };
    const button = (text, act, attributes) => {
      const element = make2("button", { type: "button", ...attributes }, text);
      element.setAttribute("part", ["button", attributes?.class].filter(Boolean).join(" "));
      element.addEventListener("click", (event) => (into || event.isTrusted) && act());
      return element;
    };
    const status = make2("p", { role: "status", class: "status" });
    const box = make2("section", {
      class: "box",
      "aria-label": labels.summary,
      lang: article.language,
      dir: article.direction
    });
    const minutes = labels.minutes.replace("{number}", numberIn(article.minutes, article.language));
    const slot = (name, ...ours) => into ? [make2("slot", { name }, ...ours)] : ours;
    const header = make2("header", { class: "header" });
    header.append(
      ...slot("name", make2("strong", { class: "name" }, labels.summary)),
      make2("span", { class: "minutes" }, minutes)
    );
    box.append(header);
    const say = (text) => void (status.textContent = text);
    const summary = summarize({ document: document2, labels, make: make2, button, say }, plan, nodes, show, signal);
    if (summary) box.append(summary.list);
    const parts = partButtons(plan, nodes, labels, button, signal);
    if (parts.length) {
      const items = parts.map((part) => make2("li", {}, part));
      box.append(make2("nav", { "aria-label": labels.parts }, make2("ol", { class: "parts" }, ...items)));
    }
    const hidden = places.map((i) => ({ edit: plan.edits[i], i }));
    const tools = make2("footer", { class: "footer" });
    if (hidden.length) {
      const item = ({ edit, i }) => {
        const put = (act) => () => {
          act(i);
          back2.remove();
          forget?.remove();
          status.textContent = labels.restored;
        };
        const back2 = button(labels.restore, put(restore));
        const forget = never && button(labels.never, put(never));
        back2.setAttribute("aria-label", `${labels.restore}: ${edit.text || labels.reasons[edit.reason]}`);
        return make2(
          "li",
          {},
          make2("span", { class: "what", dir: "auto" }, edit.text || "—"),
          make2("span", { class: "why" }, labels.reasons[edit.reason]),
          back2,
          ...forget ? [forget] : []
        );
      };
      const count = numberIn(hidden.length, article.language);
      const list = make2("ul", { class: "hidden" });
      const fill = () => list.firstChild ?? list.append(...hidden.slice(0, MAX_LISTED).map(item));
      const details = make2("details", {}, make2("summary", {}, labels.hidden.replace("{number}", count)), list);
      details.addEventListener("toggle", fill);
      if (open) {
        fill();
        details.setAttribute("open", "");
      }
      tools.append(details);
    }
    tools.append(...summary?.tools ?? []);
    const back = button(labels.undo, () => {
      if (!isCovered() || document2.defaultView?.confirm(labels.undo)) undo();
    });
    const isCovered = into ? () => false : watchCovered(back, signal);
    tools.append(back, ...slot("tools"));
    box.append(tools, status);
    return box;
  }

  // www/shell/error.js
  var CODES = /* @__PURE__ */ new Set(["load", "target", "snapshot", "options", "text", "page", "internal"]);
  var ZubdaError = class _ZubdaError extends Error {
    /**
     * @param {ErrorCode} code stable; the message is for people
     * @param {string} message
     * @param {unknown} [cause]
     */
    constructor(code, message, cause) {
      super(message, cause === void 0 ? void 0 : { cause });
      this.name = "ZubdaError";
      this.code = code;
    }
    /**
     * @param {any} cause
     * @returns {ZubdaError}
     */
    static from(cause) {
      if (cause instanceof _ZubdaError) return cause;
      const code = CODES.has(cause?.code) ? cause.code : "internal";
      return new _ZubdaError(code, String(cause?.message ?? cause), cause);
    }
  };

  // www/shell/identity.js
  var SIGNS = [(identity) => identity.node, (identity) => identity.paragraph, () => null];
  function identify({ edits, paragraphs }, nodes) {
    const places = edits.map((_, place2) => place2).sort((a, b) => edits[a].node - edits[b].node);
    const byWords = /* @__PURE__ */ new Map();
    const elements = /* @__PURE__ */ new Map();
    const identities = [];
    let begun = 0;
    for (const place2 of places) {
      const { node: id, rule, text, ranges } = edits[place2];
      while (begun < paragraphs.length && paragraphs[begun].node <= id) begun += 1;
      const words = `${rule} ${text}`;
      const alike = byWords.get(words) ?? [];
      const paragraph = paragraphs[begun - 1]?.text ?? "";
      const identity = { place: place2, node: nodes[id], isElement: !ranges.length, words, paragraph, alike };
      alike.push(identity);
      byWords.set(words, alike);
      if (identity.isElement) elements.set(identity.node, identity);
      identities[place2] = identity;
    }
    return { identities, byWords, elements };
  }
  function findAgain(wanted, reading) {
    const matches = /* @__PURE__ */ new Map();
    const places = /* @__PURE__ */ new Set();
    const doubted = /* @__PURE__ */ new Set();
    const gone = wanted.filter((identity) => {
      const { alike, words, node, isElement } = identity;
      const { found, rest } = matches.get(alike) ?? match(alike, reading.byWords.get(words) ?? []);
      matches.set(alike, { found, rest });
      const one = found.get(identity) ?? (isElement && reading.elements.get(node));
      if (one) places.add(one.place);
      else if (!doubted.has(rest)) for (const { place: place2 } of rest) places.add(place2);
      if (!one) doubted.add(rest);
      return !one && !rest.length;
    });
    return { places, gone };
  }
  function match(before, now) {
    const found = /* @__PURE__ */ new Map();
    let rest = now;
    for (const sign of SIGNS) {
      const missing = before.filter((identity) => !found.has(identity));
      const there = group(rest, sign);
      for (const [thing, alike] of group(missing, sign)) {
        const same = there.get(thing);
        if (same?.length === alike.length) alike.forEach((identity, n) => found.set(identity, same[n]));
      }
      const taken = new Set(found.values());
      rest = rest.filter((identity) => !taken.has(identity));
    }
    return { found, rest };
  }
  function group(identities, sign) {
    const groups = /* @__PURE__ */ new Map();
    for (const identity of identities) {
      const thing = sign(identity);
      const known = groups.get(thing);
      if (known) known.push(identity);
      else groups.set(thing, [identity]);
    }
    return groups;
  }

  // www/shell/watch.js
  var MAX_ROUNDS = 20;
  var QUIET = 200;
  var WATCHED = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["style", "hidden", "data-zubda"]
  };
  function watchStory(story, isUndone, again) {
    const document2 = story().ownerDocument;
    const view = document2.defaultView;
    if (!view) return () => {
    };
    let frame = 0;
    let timer = 0;
    let rounds = 0;
    let isAway = false;
    let observer;
    const stop = () => {
      observer?.disconnect();
      if (frame) view.cancelAnimationFrame(frame);
      if (timer) view.clearTimeout(timer);
    };
    const guarded = (act) => () => {
      try {
        act();
      } catch {
        stop();
      }
    };
    const observe2 = () => {
      observer?.disconnect();
      const root = story();
      isAway = !root.isConnected;
      if (isAway) return observer?.observe(document2, { subtree: true, childList: true });
      observer?.observe(root, WATCHED);
      for (let around = parentNode(root); around; around = parentNode(around)) {
        observer?.observe(around, { childList: true });
      }
    };
    const round = guarded(() => {
      frame = timer = 0;
      if (!isUndone()) return;
      again();
      if (++rounds >= MAX_ROUNDS) observer?.disconnect();
      else observe2();
    });
    const heed = guarded(() => {
      if (frame || !isUndone()) return;
      if (!isAway) return void (frame = view.requestAnimationFrame(round));
      view.clearTimeout(timer);
      timer = view.setTimeout(round, QUIET);
    });
    try {
      observer = new view.MutationObserver(heed);
      observe2();
    } catch {
    }
    return stop;
  }

  // www/shell/apply.js
  function applyPlan(plan, nodes, options = {}, texts) {
    const page = make(plan, nodes, options, texts);
    page.apply();
    return page;
  }
  function make(plan, nodes, options, texts) {
    try {
      return new Page(plan, nodes, options, texts);
    } catch (cause) {
      throw new ZubdaError("page", "the page could not be cleaned", cause);
    }
  }
  var Page = class {
    #nodes;
    #options;
    /** @type {Change[]} */
    #journal = [];
    /** Those of the journal that cut a text. @type {Map<Node, TextChange>} */
    #cuts = /* @__PURE__ */ new Map();
    /** Places in `plan.edits` that were put back. @type {Set<number>} */
    #restored;
    /** What was put back and is not in the page now. @type {Identity[]} */
    #gone = [];
    /** Rules that the reader wants never again. @type {Set<string>} */
    #never = /* @__PURE__ */ new Set();
    /** Whether the page was read anew and had no story then: it may be half redrawn. */
    #lost = false;
    /** What each text node held when the snapshot was taken. @type {Map<Node, string>} */
    #texts = /* @__PURE__ */ new Map();
    #applied = false;
    #light = lightSentences();
    /** Ends what is done until undo. */
    #control = new AbortController();
    /** Ends what the box does by itself. */
    #boxControl = new AbortController();
    #unwatch = () => {
    };
    /**
     * @param {Plan} plan
     * @param {Node[]} nodes
     * @param {ApplyOptions} options
     * @param {(string | undefined)[]} [texts]
     */
    constructor(plan, nodes, options, texts) {
      this.plan = plan;
      this.host = null;
      this.#nodes = nodes;
      this.#options = options;
      this.#restored = new Set(options.spare);
      this.#hold(texts);
    }
    /** Whether the page is clean now. */
    get applied() {
      return this.#applied;
    }
    /** What is hidden now: places in `plan.edits`. */
    get hidden() {
      if (!this.#applied || this.#lost) return [];
      return this.plan.edits.flatMap((edit, i) => edit.action === "hide" && !this.#restored.has(i) ? [i] : []);
    }
    /** Cleans the page again after {@link undo}. */
    apply() {
      if (this.#applied || !this.plan.article) return;
      this.#applied = true;
      this.#control = new AbortController();
      const { again } = this.#options;
      this.#attempt(() => {
        if (again && this.#isReplaced()) this.#readAgain(again);
        else this.#write();
        this.#open();
      });
      if (this.#lost) this.undo();
      else this.#watch();
    }
    /** Cleans again what the page redraws. */
    #watch() {
      const story = () => (
        /** @type {Element} */
        this.#nodes[
          /** @type {Article} */
          this.plan.article.node
        ]
      );
      if (!story()?.isConnected || !this.#journal.length) return;
      const found = ({ target }) => {
        try {
          this.restore(this.plan.edits.findIndex((edit) => edit.findable && this.#nodes[edit.node] === target));
        } catch {
        }
      };
      this.#nodes[0].addEventListener("beforematch", found, { capture: true, signal: this.#control.signal });
      const { again } = this.#options;
      const isGone = () => again && this.#nodes[0].isConnected && (this.#lost || this.#journal.some((change) => !change.node.isConnected));
      const isUndone = (change) => change.node.isConnected && change.undone();
      this.#unwatch = watchStory(
        story,
        () => this.#applied && (isGone() || this.#journal.some(isUndone)),
        () => {
          if (!again || !isGone()) return this.#rewrite();
          this.#attempt(() => {
            this.#revert();
            this.#readAgain(again);
            if (!this.#lost && !this.host?.isConnected) this.#open();
          });
        }
      );
    }
    /** Whether the page has put other nodes in the place of those that are to be changed. */
    #isReplaced() {
      return this.plan.edits.some((edit) => edit.action !== "leave" && !this.#nodes[edit.node]?.isConnected);
    }
    /** @param {NonNullable<ApplyOptions["again"]>} again */
    #readAgain(again) {
      const { plan, nodes } = again();
      this.#lost = !plan.article;
      if (this.#lost) return;
      const { identities } = identify(this.plan, this.#nodes);
      const spared = [...this.#gone, ...[...this.#restored].map((i) => identities[i])];
      const found = findAgain(spared, identify(plan, nodes));
      this.plan = plan;
      this.#nodes = nodes;
      this.#restored = found.places;
      this.#gone = found.gone;
      this.#never.forEach((rule) => this.#spareRule(rule));
      this.#hold();
      this.#write();
    }
    /** @param {(string | undefined)[]} [texts] */
    #hold(texts) {
      this.#texts.clear();
      for (const range of this.plan.edits.flatMap((edit) => edit.ranges)) {
        const node = (
          /** @type {Text | undefined} */
          this.#nodes[range.node]
        );
        if (node && !this.#texts.has(node)) this.#texts.set(node, texts?.[range.node] ?? node.data);
      }
    }
    /**
     * All or nothing.
     *
     * @param {() => void} change
     */
    #attempt(change) {
      try {
        this.#around(change);
      } catch (cause) {
        this.undo();
        throw new ZubdaError("page", "the page could not be cleaned", cause);
      }
    }
    /** @param {() => void} change */
    #around(change) {
      if (this.#options.around) this.#options.around(change);
      else change();
    }
    #open() {
      if (this.#options.box === false) return;
      this.#boxControl.abort();
      this.#boxControl = new AbortController();
      const [plan, nodes] = [this.plan, this.#nodes];
      this.host = openBox({
        plan,
        nodes,
        hidden: this.hidden,
        open: this.#options.box?.open ?? false,
        into: this.#options.box?.into,
        show: (sentence) => this.#light.show(this.#rangesOf(sentence, plan)),
        // The plan may be another by the time that the reader asks.
        restore: (i) => plan === this.plan ? this.restore(i) : this.#restoreAgain(identify(plan, nodes).identities[i]),
        never: this.#options.remember && ((i) => this.#neverAgain(plan.edits[i].rule)),
        undo: () => this.undo(),
        signal: this.#boxControl.signal
      });
    }
    /** Puts everything back but what the page itself has changed since. */
    undo() {
      if (!this.#applied) return;
      this.#applied = false;
      this.#unwatch();
      this.#control.abort();
      this.#boxControl.abort();
      this.#around(() => {
        this.#revert();
        this.host?.remove();
      });
      this.#light.clear();
      this.host = null;
      this.#lost = false;
    }
    /**
     * Puts one edit back.
     *
     * @param {number} i its place in `plan.edits`
     */
    restore(i) {
      if (!this.plan.edits[i] || this.#restored.has(i)) return;
      this.#restored.add(i);
      this.#rewrite();
    }
    /** @param {Identity} identity of an edit of an earlier plan */
    #restoreAgain(identity) {
      const { places, gone } = findAgain([identity], identify(this.plan, this.#nodes));
      places.forEach((place2) => this.#restored.add(place2));
      this.#gone.push(...gone);
      this.#rewrite();
    }
    /**
     * Puts back one edit and all others of its rule, and has the host remember the rule for this site.
     *
     * @param {number} i its place in `plan.edits`
     */
    never(i) {
      const rule = this.plan.edits[i]?.rule;
      if (rule) this.#neverAgain(rule);
    }
    /** @param {string} rule */
    #neverAgain(rule) {
      this.#never.add(rule);
      this.#spareRule(rule);
      this.#rewrite();
      this.#options.remember?.(rule);
    }
    /** @param {string} rule */
    #spareRule(rule) {
      this.plan.edits.forEach((edit, place2) => edit.rule === rule && this.#restored.add(place2));
    }
    #rewrite() {
      if (!this.#applied) return;
      this.#attempt(() => {
        this.#revert();
        this.#write();
      });
    }
    #write() {
      const edits = this.plan.edits.filter((edit, i) => edit.action !== "leave" && !this.#restored.has(i));
      for (const edit of edits) {
        const node = this.#nodes[edit.node];
        if (!edit.ranges.length && node?.isConnected && node.nodeType === 1) {
          this.#journal.push(markElement(
            /** @type {HTMLElement} */
            node,
            edit
          ));
        }
      }
      const cuts = /* @__PURE__ */ new Map();
      for (const { ranges, replacement } of edits.filter((edit) => edit.action === "hide")) {
        ranges.forEach(({ node: id, start, end }, i) => {
          const node = (
            /** @type {Text} */
            this.#nodes[id]
          );
          const cut = { start, end, replacement: i === 0 ? replacement : "" };
          const known = cuts.get(node);
          if (known) known.push(cut);
          else cuts.set(node, [cut]);
        });
      }
      for (const [node, list] of cuts) {
        if (!node?.isConnected || node.data !== this.#texts.get(node)) continue;
        const change = cutText(node, list);
        this.#journal.push(change);
        this.#cuts.set(node, change);
      }
      if (this.#options.marks !== false) this.#journal.push(...markParts(this.plan, this.#nodes));
    }
    #revert() {
      this.#cuts.clear();
      revertAll(this.#journal.splice(0));
    }
    /**
     * Where a sentence stands now; nowhere once the page has put another in its place.
     *
     * @param {SummarySentence} shown
     * @param {Plan} plan the one that it is of
     */
    #rangesOf(shown, plan) {
      const ranges = plan === this.plan ? shown.ranges : sentenceAgain(shown, plan, this.plan)?.ranges ?? [];
      return ranges.flatMap(({ node: id, start, end }) => {
        const node = (
          /** @type {Text | undefined} */
          this.#nodes[id]
        );
        if (!node?.isConnected || !node.ownerDocument) return [];
        const now = (offset, isEnd) => Math.min(this.#cuts.get(node)?.now(offset, isEnd) ?? offset, node.length);
        const range = node.ownerDocument.createRange();
        range.setStart(node, now(start, false));
        range.setEnd(node, now(end, true));
        return [range];
      });
    }
  };
  function sentenceAgain(shown, before, now) {
    const alike = ({ sentences, summary }) => (sentences ?? summary?.sentences ?? []).filter(({ text }) => text === shown.text);
    const { node, start } = shown.ranges[0] ?? {};
    const place2 = alike(before).findIndex(({ ranges }) => ranges[0]?.node === node && ranges[0]?.start === start);
    return alike(now)[place2] ?? alike(now)[0];
  }

  // www/shell/rules.js
  async function siteRules(storage, site) {
    const saved = await storage.load(site);
    const never = Array.isArray(saved) ? saved.filter((rule) => typeof rule === "string") : [];
    return {
      never,
      async remember(rule) {
        if (never.includes(rule)) return;
        never.push(rule);
        await storage.save(site, [...never]);
      }
    };
  }

  // www/extension/api.js
  var api = (
    /** @type {any} */
    globalThis.browser ?? chrome
  );
  var VERSION = 1;

  // www/extension/look.js
  var STORY = "data-zubda-story";
  var HEADLINE = "data-zubda-headline";
  function styleOf2({ marks, focus, size, width }) {
    const kept = `[${STORY}], [${HEADLINE}]`;
    const around = `:has(${kept}) > :not(:has(${kept}), ${kept}, head)`;
    const rules = [];
    if (marks) rules.push(MARKS);
    if (focus === "dim")
      rules.push(`${around} { opacity: 0.15 !important }`, `${around}:hover { opacity: 1 !important }`);
    if (focus === "hide") rules.push(`${around} { visibility: hidden !important }`);
    if (size !== 100) rules.push(`[${STORY}] { zoom: ${size / 100} }`);
    if (width)
      rules.push(`[${STORY}] { max-inline-size: min(100%, ${width}ch) !important; margin-inline: auto !important }`);
    return rules.join("\n");
  }
  function holdOn(plan, nodes) {
    if (!plan.article) return () => {
    };
    const story = (
      /** @type {Element} */
      nodes[plan.article.node]
    );
    const held = [[story, STORY, ""]];
    const headline = headlineOf(story.ownerDocument, plan.article.title);
    if (headline) held.push([headline, HEADLINE, ""]);
    held.push(
      ...partMarks(plan, nodes).map(
        ([element, name]) => (
          /** @type {[Element, string, string]} */
          [element, PART, name]
        )
      )
    );
    const ours = held.filter(
      ([element, name]) => element.isConnected && element.nodeType === 1 && !element.hasAttribute(name)
    );
    for (const [element, name, value] of ours) element.setAttribute(name, value);
    return () => {
      for (const [element, name, value] of ours) {
        if (element.getAttribute(name) === value) element.removeAttribute(name);
      }
    };
  }
  function letGo(document2) {
    for (const name of [PART, HEADLINE, STORY]) {
      for (const element of document2.querySelectorAll(`[${name}]`)) {
        element.removeAttribute(name);
        for (const host of element.querySelectorAll(`[${HOST_ATTRIBUTE}]`)) host.remove();
      }
    }
  }
  function headlineOf(document2, title) {
    const folded = fold(title);
    return [...document2.querySelectorAll("h1, h2")].find(
      (heading) => folded && fold(heading.textContent ?? "") === folded
    );
  }
  function fold(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  // www/shell/kinds.js
  var KIND_OF = {
    "ad-marker": "ads",
    "ad-label": "ads",
    "ad-slot": "ads",
    shortcode: "leftovers",
    "script-text": "leftovers",
    punctuation: "leftovers",
    encoding: "leftovers",
    "duplicate-headline": "headline",
    "source-label": "source",
    "feed-tail": "source",
    rights: "source",
    related: "related",
    "read-more": "related",
    promotion: "promotions",
    share: "promotions",
    paywall: "promotions",
    caption: "captions"
  };
  var REASONS = (
    /** @type {Reason[]} */
    Object.keys(KIND_OF)
  );
  function reasonsOf(kinds) {
    return REASONS.filter((reason) => kinds.includes(KIND_OF[reason]));
  }

  // www/extension/settings.js
  var SETTINGS_VERSION = 1;
  var KINDS = (
    /** @type {Kind[]} */
    [...new Set(Object.values(KIND_OF))].filter((kind) => kind !== "captions")
  );
  var DEFAULTS = Object.freeze({
    sentences: 3,
    spare: [],
    marks: true,
    focus: "off",
    size: 100,
    width: 0,
    panel: false
  });
  var MIGRATIONS = {};
  function readSettings(stored, migrations = MIGRATIONS, version = SETTINGS_VERSION) {
    let value = isRecord(stored) ? stored : {};
    let from = typeof value.version === "number" ? value.version : version;
    for (; from < version && migrations[from]; from += 1) value = migrations[from](value);
    const kinds = Array.isArray(value.spare) ? value.spare.filter((kind) => KINDS.includes(kind)) : DEFAULTS.spare;
    const widths = within(value.width, 40, 100);
    return {
      sentences: within(value.sentences, 0, 20) ?? DEFAULTS.sentences,
      spare: [...new Set(kinds)],
      marks: typeof value.marks === "boolean" ? value.marks : DEFAULTS.marks,
      focus: value.focus === "dim" || value.focus === "hide" ? value.focus : DEFAULTS.focus,
      size: within(value.size, 80, 200) ?? DEFAULTS.size,
      width: widths ?? DEFAULTS.width,
      panel: typeof value.panel === "boolean" ? value.panel : DEFAULTS.panel
    };
  }
  function readSite(stored) {
    const value = isRecord(stored) ? stored : {};
    const never = Array.isArray(value.never) ? value.never.filter((rule) => typeof rule === "string") : [];
    return { always: value.always === true, never: [...new Set(never)] };
  }
  function optionsOf({ sentences, spare }, { never }, asked = "once") {
    const summary = sentences > 0 && { sentences };
    const wish = { asked: asked !== "never", anyway: asked === "anyway" };
    return { ...wish, summary, sentences: summary !== false, keep: reasonsOf(spare), never };
  }
  function within(value, least, most) {
    return typeof value === "number" && value >= least && value <= most ? Math.round(value) : null;
  }
  function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  // www/extension/storage.js
  var SETTINGS = "settings";
  var SITE = "site:";
  async function loadSettings() {
    return readSettings((await api.storage.sync.get(SETTINGS))[SETTINGS]);
  }
  async function loadSite(host) {
    return readSite((await api.storage.sync.get(SITE + host))[SITE + host]);
  }
  async function saveSite(host, changes) {
    const site = { ...await loadSite(host), ...changes };
    if (site.always || site.never.length) await api.storage.sync.set({ [SITE + host]: site });
    else await api.storage.sync.remove(SITE + host);
  }

  // www/extension/watch.js
  function watchNavigation(moved) {
    let url = place();
    const look = () => {
      if (place() === url) return;
      url = place();
      moved();
    };
    const navigation = (
      /** @type {any} */
      globalThis.navigation
    );
    if (navigation) navigation.addEventListener("navigatesuccess", look);
    else {
      addEventListener("popstate", look);
      new MutationObserver(look).observe(document.head ?? document.documentElement, { childList: true, subtree: true });
    }
  }
  function place() {
    return location.href.split("#")[0];
  }
  function watchStory2(story, changed) {
    let waiting = 0;
    const isNews = (records) => !story.isConnected || records.some((record) => story.contains(record.target) && addsText(record));
    const wait = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        changed();
      });
    };
    if (!story.isConnected) wait();
    const stop = observe(story.ownerDocument, (records) => isNews(records) && wait());
    return () => {
      stop();
      cancelAnimationFrame(waiting);
    };
  }
  var QUIET2 = 200;
  function watchPage(document2, changed) {
    let waiting;
    const stop = observe(document2, (records) => {
      if (!records.some(addsText)) return;
      clearTimeout(waiting);
      waiting = setTimeout(changed, QUIET2);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }
  function observe(document2, seen) {
    const observer = new MutationObserver(seen);
    observer.observe(document2, { childList: true, subtree: true });
    return () => observer.disconnect();
  }
  function addsText({ addedNodes }) {
    return [...addedNodes].some((node) => (node.textContent ?? "").trim() !== "");
  }

  // www/extension/content.js
  var MAX_NODES = 2e5;
  var MAX_TEXT = 8e6;
  var DOUBLE_CLICK = 400;
  var CLIP = 200;
  var MAX_READINGS = 20;
  var UNTOUCHED = { is: "untouched" };
  function visitFrom(first2) {
    return { readings: 0, gone: [], first: first2, listed: [] };
  }
  var KEY = Symbol.for("zubda");
  var END = "zubda-end";
  var CLICK = Symbol.for("zubda-click");
  var scope = (
    /** @type {any} */
    globalThis
  );
  scope[KEY] ??= attend();
  if (scope[CLICK] !== void 0) void scope[KEY].toggle(scope[CLICK]);
  delete scope[CLICK];
  function attend() {
    let standing = UNTOUCHED;
    let visit = visitFrom(0);
    let work = null;
    let pressed = -Infinity;
    let always = false;
    let asked = "once";
    async function run(kind, by = kind === "anyway" ? kind : "once") {
      await work;
      if ((kind === "clean" || kind === "anyway") && !isClean(standing)) {
        asked = by;
        await inTurn(clean);
      }
      if (kind === "undo") putBack();
    }
    function inTurn(job) {
      const mine = Promise.resolve(work).then(job).finally(() => {
        if (work === mine) work = null;
      });
      work = mine;
      return mine;
    }
    async function toggle(at) {
      const again = at - pressed < DOUBLE_CLICK;
      pressed = at;
      if (work || again) await work;
      else await run(isClean(standing) ? "undo" : "clean");
      tell();
    }
    async function clean() {
      const mine = visit;
      try {
        const kept = Promise.all([loadSettings(), loadSite(location.hostname)]);
        const found = await read(
          kept.then(([settings2, site2]) => optionsOf(settings2, site2, asked)),
          look
        );
        const [settings, site] = await kept;
        const { remember } = await siteRules(storageOf(site), location.hostname);
        if (mine !== visit) return;
        const spared = [...visit.gone, ...restoredIn(standing)];
        takeDown();
        if (found.plan) {
          const reading = identify(found.plan, found.nodes);
          const { places, gone } = findAgain(spared, reading);
          const first2 = visit.first + visit.listed.length;
          const options = { marks: false, remember, around: watched, spare: places };
          const clean2 = cleanPage(found.plan, found.nodes, options, changed);
          visit.gone = gone;
          visit.listed = visit.listed.concat(reading.identities);
          standing = { is: "clean", ...clean2, reading, first: first2, sheet: styleOf2(settings) };
          dress2("", standing.sheet);
        } else {
          standing = { is: "refused", why: found.refused, ends: always ? [watchPage(document, changed)] : [] };
        }
      } catch {
        if (mine !== visit) return;
        takeDown();
        standing = { is: "refused", why: "failed", ends: [] };
      }
    }
    function look(root) {
      const held = isClean(standing) ? standing.page : null;
      held?.undo();
      try {
        return takeSnapshot(root);
      } finally {
        held?.apply();
      }
    }
    function changed() {
      visit.readings += 1;
      if (visit.readings <= MAX_READINGS) void inTurn(clean).then(tell);
    }
    function putBack() {
      visit = visitFrom(visit.first + visit.listed.length);
      takeDown();
    }
    function takeDown() {
      const before = standing;
      standing = UNTOUCHED;
      if (before.is === "untouched") return;
      for (const end of before.ends.reverse()) end();
      if (before.is === "refused") return;
      before.page.undo();
      dress2(before.sheet, "");
    }
    function restore(number) {
      const identity = visit.listed[number - visit.first];
      if (!identity || standing.is !== "clean") return;
      for (const place2 of findAgain([identity], standing.reading).places) standing.page.restore(place2);
    }
    function watched(change) {
      change();
      if (standing.is === "clean") queueMicrotask(tell);
    }
    function tell() {
      if (standing.is === "clean" && !standing.page.applied) putBack();
      void send({ version: VERSION, kind: "state", state: stateOf(standing) }).catch(() => {
      });
    }
    api.runtime.onMessage.addListener((command, _sender, answer) => {
      if (command.version !== VERSION) return;
      if (command.kind === "restore") restore(command.edit);
      void run(command.kind).then(() => {
        answer(stateOf(standing));
        if (command.kind !== "state") tell();
      });
      return true;
    });
    api.storage.onChanged.addListener((changes) => {
      if (standing.is === "clean" && "settings" in changes) void inTurn(clean).then(tell);
    });
    watchNavigation(() => {
      if (standing.is === "untouched" && !work && !always) return;
      putBack();
      tell();
      if (always) void run("clean", "never").then(tell);
    });
    addEventListener("pageshow", (event) => event.persisted && tell());
    document.dispatchEvent(new Event(END));
    letGo(document);
    document.addEventListener(END, () => {
      if (api.runtime?.id) return;
      always = false;
      putBack();
    });
    return {
      toggle,
      always() {
        always = true;
        return run("clean", "never").then(tell);
      }
    };
  }
  function isClean(standing) {
    return standing.is === "clean" && standing.page.applied;
  }
  function restoredIn(standing) {
    if (!isClean(standing)) return [];
    const { page, reading } = standing;
    const hidden = new Set(page.hidden);
    return reading.identities.filter((_, i) => page.plan.edits[i].action === "hide" && !hidden.has(i));
  }
  function stateOf(standing) {
    if (!isClean(standing)) {
      return { on: false, minutes: 0, hidden: [], refused: standing.is === "refused" ? standing.why : null };
    }
    const { page, first: first2 } = standing;
    const hidden = page.hidden.map((place2) => {
      const { text, reason } = page.plan.edits[place2];
      return { edit: first2 + place2, text: text.slice(0, CLIP), reason };
    });
    return { on: true, minutes: page.plan.article?.minutes ?? 0, hidden, refused: null };
  }
  function cleanPage(plan, nodes, options, changed) {
    const ends = [holdOn(plan, nodes)];
    try {
      const page = applyPlan(plan, nodes, options);
      const story = (
        /** @type {Element} */
        nodes[
          /** @type {NonNullable<Plan["article"]>} */
          plan.article.node
        ]
      );
      ends.push(watchStory2(story, changed));
      return { page, ends };
    } catch (error) {
      for (const end of ends) end();
      throw error;
    }
  }
  function dress2(remove, insert) {
    if (remove !== insert) void send({ version: VERSION, kind: "style", remove, insert }).catch(() => {
    });
  }
  function storageOf(site) {
    return {
      load: () => site.never,
      save: (host, never) => saveSite(host, { never })
    };
  }
  async function read(options, look) {
    let refused = null;
    for (const root of documents()) {
      const { snapshot, nodes } = look(root);
      if (nodes.length > MAX_NODES || snapshot.text.length + snapshot.attributeText.length > MAX_TEXT) {
        refused ??= "too-large";
        continue;
      }
      const asked = { snapshot: toPlain(snapshot), options: await options };
      const { plan, error } = await send({ version: VERSION, kind: "analyze", ...asked });
      if (!plan) throw new Error(error?.message);
      if (plan.article) return { plan, nodes, refused: null };
      refused ??= plan.declined;
    }
    return { plan: null, nodes: [], refused };
  }
  var LEAST_FRAME = 250;
  function* documents() {
    yield document;
    for (const frame of document.querySelectorAll("iframe, frame")) {
      const { width, height } = frame.getBoundingClientRect();
      const inside = (
        /** @type {HTMLIFrameElement} */
        frame.contentDocument
      );
      if (inside?.documentElement && width >= LEAST_FRAME && height >= LEAST_FRAME) yield inside;
    }
  }
  async function send(request) {
    const once = async () => {
      const answer = await api.runtime.sendMessage(request);
      if (!answer) throw new Error("the background gave no answer");
      return answer;
    };
    return once().catch(once);
  }
})();
