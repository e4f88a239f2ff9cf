// @ts-check
// The box's own words, by language.

/** @import { Reason, Role } from "./types.js" */

/** `#` stands for the number. */
const WORDS = /** @type {const} */ ([
  "summary",
  "minutes",
  "parts",
  "hidden",
  "restore",
  "restored",
  "undo",
  "copy",
  "copied",
  "never",
  "longer",
  "shorter",
  "read",
  "stop",
]);

/** @type {Reason[]} */
const REASONS = [
  "ad-marker",
  "ad-slot",
  "duplicate-headline",
  "caption",
  "source-label",
  "punctuation",
  "ad-label",
  "shortcode",
  "script-text",
  "related",
  "promotion",
  "share",
  "read-more",
  "feed-tail",
  "rights",
  "paywall",
  "encoding",
];

/** @type {Role[]} */
const ROLES = ["lead", "statement", "background", "context", "reaction", "outlook", "source", "explanation", "topic"];

/** @typedef {Record<typeof WORDS[number], string> & { reasons: Record<Reason, string>, roles: Record<Role, string> }} Labels */

/** For each language the words, the reasons and the roles, in the order above. @type {Record<string, [string, string, string]>} */
const TABLE = {
  en: [
    "The gist | # min read | Parts of the story | # hidden | Put back | Put back. | Undo all | Copy | Copied. | Never on this site | Longer | Shorter | Read aloud | Stop reading",
    "ad marker | ad space | headline repeated | caption | empty source label | doubled stop | ad label | page-builder code | script shown as text | related stories | newsletter or app | share buttons | “read more” | feed notice | rights notice | subscription notice | broken characters",
    "The news | What was said | Background | Context | Reactions | What comes next | Source | Explanation | Topic",
  ],
  ar: [
    "الزبدة | قراءة # د | أقسام الخبر | أُخفي: # | إعادة | أُعيد. | تراجع عن الكل | نسخ | نُسخ. | لا تُخفه في هذا الموقع | أطول | أقصر | استمع | أوقف القراءة",
    "علامة إعلان | مساحة إعلانية | عنوان مكرر | شرح صورة | كلمة «المصدر» بلا مصدر | نقطة مكررة | كلمة «إعلان» | شيفرة منشئ الصفحات | شيفرة ظاهرة كنص | مواضيع ذات صلة | نشرة أو تطبيق | أزرار المشاركة | «اقرأ المزيد» | ذيل خلاصة | إشعار الحقوق | دعوة إلى الاشتراك | محارف معطوبة",
    "الخبر | تصريحات | خلفية | سياق | ردود الفعل | ما التالي | المصدر | شرح | موضوع",
  ],
  fa: [
    "چکیده | # دقیقه خواندن | بخش‌های خبر | پنهان‌شده: # | بازگرداندن | بازگردانده شد. | واگرد همه | رونوشت | رونوشت شد. | هرگز در این وبگاه | بلندتر | کوتاه‌تر | بلند بخوان | توقف خواندن",
    "نشان آگهی | جای آگهی | تیتر تکراری | شرح عکس | منبع بی‌نام | نقطهٔ تکراری | برچسب آگهی | کد صفحه‌ساز | کد نمایان | مطالب مرتبط | خبرنامه یا برنامه | دکمه‌های هم‌رسانی | «بیشتر بخوانید» | پانوشت خوراک | حق نشر | دعوت به اشتراک | نویسه‌های خراب",
    "خبر | گفته‌ها | پیشینه | زمینه | واکنش‌ها | آنچه در پیش است | منبع | توضیح | موضوع",
  ],
  ur: [
    "خلاصہ | # منٹ | خبر کے حصے | چھپایا گیا: # | واپس لائیں | واپس لایا گیا۔ | سب واپس | نقل | نقل ہو گیا۔ | اس سائٹ پر کبھی نہیں | طویل تر | مختصر تر | بلند آواز سے پڑھیں | پڑھنا روکیں",
    "اشتہار کا نشان | اشتہار کی جگہ | دہرائی گئی سرخی | تصویر کی عبارت | خالی ماخذ | دہرا وقفہ | اشتہار کا لیبل | صفحہ ساز کوڈ | متن میں کوڈ | متعلقہ خبریں | نیوز لیٹر یا ایپ | شیئر کے بٹن | «مزید پڑھیں» | فیڈ کا نوٹ | حقوق کا نوٹ | سبسکرپشن کی دعوت | خراب حروف",
    "خبر | بیانات | پس منظر | سیاق | ردعمل | آگے کیا | ماخذ | وضاحت | موضوع",
  ],
  he: [
    "התמצית | # דק׳ קריאה | חלקי הכתבה | הוסתרו: # | החזרה | הוחזר. | ביטול הכול | העתקה | הועתק. | לעולם לא באתר זה | ארוך יותר | קצר יותר | הקראה | עצירת ההקראה",
    "סימון פרסומת | שטח פרסום | כותרת חוזרת | כיתוב | מקור ללא שם | נקודה כפולה | תווית פרסומת | קוד בונה עמודים | קוד גלוי | כתבות קשורות | ניוזלטר או אפליקציה | כפתורי שיתוף | «קראו עוד» | שורת פיד | זכויות יוצרים | הזמנה למינוי | תווים שבורים",
    "החדשה | דברים שנאמרו | רקע | הקשר | תגובות | מה הלאה | מקור | הסבר | נושא",
  ],
  fr: [
    "L’essentiel | # min de lecture | Parties de l’article | # masqués | Rétablir | Rétabli. | Tout annuler | Copier | Copié. | Jamais sur ce site | Plus long | Plus court | Lire à voix haute | Arrêter la lecture",
    "marqueur de publicité | espace publicitaire | titre répété | légende | mention de source vide | point doublé | mention de publicité | code de mise en page | code affiché | articles liés | lettre ou appli | boutons de partage | « lire la suite » | mention de flux | mention de droits | invitation à s’abonner | caractères cassés",
    "L’information | Déclarations | Rappel des faits | Contexte | Réactions | La suite | Source | Explication | Sujet",
  ],
  de: [
    "Das Wichtigste | # Min. Lesezeit | Teile des Artikels | # ausgeblendet | Zurückholen | Zurückgeholt. | Alles rückgängig | Kopieren | Kopiert. | Nie auf dieser Seite | Länger | Kürzer | Vorlesen | Vorlesen beenden",
    "Anzeigen-Platzhalter | Anzeigenfläche | Überschrift doppelt | Bildunterschrift | Quellenangabe ohne Quelle | doppelter Punkt | Anzeigen-Hinweis | Seitenbaukasten-Code | Programmtext | verwandte Artikel | Newsletter oder App | Teilen-Leiste | „Weiterlesen“ | Feed-Hinweis | Rechtehinweis | Abo-Hinweis | kaputte Zeichen",
    "Die Nachricht | Aussagen | Hintergrund | Zusammenhang | Reaktionen | Ausblick | Quelle | Erklärung | Thema",
  ],
  es: [
    "Lo esencial | # min de lectura | Partes de la noticia | # ocultos | Restaurar | Restaurado. | Deshacer todo | Copiar | Copiado. | Nunca en este sitio | Más largo | Más corto | Leer en voz alta | Detener la lectura",
    "marcador de anuncio | espacio publicitario | titular repetido | pie de foto | fuente sin nombre | punto doble | rótulo de publicidad | código de maquetación | código a la vista | noticias relacionadas | boletín o aplicación | botones de compartir | «leer más» | nota del canal | aviso de derechos | aviso de suscripción | caracteres rotos",
    "La noticia | Declaraciones | Antecedentes | Contexto | Reacciones | Qué sigue | Fuente | Explicación | Tema",
  ],
  tr: [
    "Özü | # dk okuma | Haberin bölümleri | # gizlendi | Geri getir | Geri getirildi. | Tümünü geri al | Kopyala | Kopyalandı. | Bu sitede asla | Daha uzun | Daha kısa | Sesli oku | Okumayı durdur",
    "reklam işareti | reklam alanı | yinelenen başlık | resim altı yazısı | boş kaynak etiketi | çift nokta | reklam etiketi | sayfa kurucu kodu | görünen kod | ilgili haberler | bülten veya uygulama | paylaşım düğmeleri | “devamını oku” | akış notu | hak bildirimi | abonelik çağrısı | bozuk karakterler",
    "Haber | Açıklamalar | Arka plan | Bağlam | Tepkiler | Bundan sonrası | Kaynak | Anlatım | Konu",
  ],
  ru: [
    "Главное | # мин чтения | Части статьи | Скрыто: # | Вернуть | Возвращено. | Отменить всё | Копировать | Скопировано. | Никогда на этом сайте | Длиннее | Короче | Прочитать вслух | Остановить чтение",
    "рекламная метка | место для рекламы | повтор заголовка | подпись к фото | источник без имени | двойная точка | пометка «реклама» | код конструктора | код вместо текста | материалы по теме | рассылка или приложение | кнопки «поделиться» | «читать далее» | приписка ленты | знак охраны прав | призыв подписаться | испорченные знаки",
    "Новость | Заявления | Предыстория | Контекст | Реакция | Что дальше | Источник | Объяснение | Тема",
  ],
  zh: [
    "要点 | 阅读约 # 分钟 | 文章各部分 | 已隐藏 # 处 | 恢复 | 已恢复。 | 全部撤销 | 复制 | 已复制。 | 此网站不再隐藏 | 更长 | 更短 | 朗读 | 停止朗读",
    "广告标记 | 广告位 | 重复标题 | 图片说明 | 空的来源标签 | 重复句号 | 广告字样 | 页面构建代码 | 外露代码 | 相关阅读 | 邮件订阅或应用 | 分享按钮 | “阅读更多” | 订阅源尾注 | 版权声明 | 订阅提示 | 乱码字符",
    "新闻 | 各方表态 | 背景 | 相关情况 | 反应 | 后续 | 来源 | 解释 | 主题",
  ],
  hi: [
    "सार | # मिनट का पाठ | खबर के हिस्से | # छिपाए गए | वापस लाएँ | वापस लाया गया। | सब वापस लें | कॉपी | कॉपी हुआ। | इस साइट पर कभी नहीं | लंबा | छोटा | ज़ोर से पढ़ें | पढ़ना रोकें",
    "विज्ञापन चिह्न | विज्ञापन स्थान | दोहराया शीर्षक | चित्र परिचय | खाली स्रोत | दोहरा विराम | विज्ञापन शब्द | पेज-बिल्डर कोड | दिखता कोड | संबंधित खबरें | न्यूज़लेटर या ऐप | शेयर बटन | “और पढ़ें” | फ़ीड टिप्पणी | अधिकार सूचना | सदस्यता का न्योता | टूटे अक्षर",
    "खबर | बयान | पृष्ठभूमि | संदर्भ | प्रतिक्रियाएँ | आगे क्या | स्रोत | व्याख्या | विषय",
  ],
  pt: [
    "O essencial | # min de leitura | Partes da notícia | # ocultos | Restaurar | Restaurado. | Desfazer tudo | Copiar | Copiado. | Nunca neste site | Mais longo | Mais curto | Ler em voz alta | Parar a leitura",
    "marcador de anúncio | espaço publicitário | título repetido | legenda | fonte sem nome | ponto repetido | rótulo de publicidade | código de montagem | código à mostra | notícias relacionadas | boletim ou aplicativo | botões de compartilhar | “leia mais” | nota do feed | aviso de direitos | convite à assinatura | caracteres corrompidos",
    "A notícia | Declarações | Antecedentes | Contexto | Reações | O que vem a seguir | Fonte | Explicação | Tema",
  ],
  it: [
    "In breve | # min di lettura | Parti dell’articolo | # nascosti | Ripristina | Ripristinato. | Annulla tutto | Copia | Copiato. | Mai su questo sito | Più lungo | Più corto | Leggi ad alta voce | Ferma la lettura",
    "segnaposto pubblicitario | spazio pubblicitario | titolo ripetuto | didascalia | fonte senza nome | punto ripetuto | etichetta pubblicitaria | codice di impaginazione | codice visibile | articoli correlati | newsletter o app | pulsanti di condivisione | «leggi di più» | nota del feed | nota sui diritti | invito ad abbonarsi | caratteri corrotti",
    "La notizia | Dichiarazioni | Antefatti | Contesto | Reazioni | Che cosa succede ora | Fonte | Spiegazione | Tema",
  ],
  uk: [
    "Головне | # хв читання | Частини статті | Приховано: # | Повернути | Повернуто. | Скасувати все | Копіювати | Скопійовано. | Ніколи на цьому сайті | Довше | Коротше | Прочитати вголос | Зупинити читання",
    "рекламна мітка | місце для реклами | повтор заголовка | підпис до фото | джерело без назви | подвійна крапка | позначка «реклама» | код конструктора | код замість тексту | матеріали за темою | розсилка або застосунок | кнопки «поділитися» | «читати далі» | приписка стрічки | знак охорони прав | заклик підписатися | пошкоджені знаки",
    "Новина | Заяви | Передісторія | Контекст | Реакція | Що далі | Джерело | Пояснення | Тема",
  ],
  pl: [
    "Najważniejsze | # min czytania | Części artykułu | Ukryto: # | Przywróć | Przywrócono. | Cofnij wszystko | Kopiuj | Skopiowano. | Nigdy na tej stronie | Dłużej | Krócej | Czytaj na głos | Przerwij czytanie",
    "znacznik reklamy | miejsce na reklamę | powtórzony tytuł | podpis zdjęcia | źródło bez nazwy | podwójna kropka | napis „reklama” | kod kreatora stron | kod zamiast tekstu | powiązane artykuły | newsletter lub aplikacja | przyciski udostępniania | „czytaj więcej” | dopisek kanału | nota o prawach | zachęta do subskrypcji | uszkodzone znaki",
    "Wiadomość | Wypowiedzi | Tło | Kontekst | Reakcje | Co dalej | Źródło | Wyjaśnienie | Temat",
  ],
  nl: [
    "De kern | # min. leestijd | Delen van het artikel | # verborgen | Terugzetten | Teruggezet. | Alles ongedaan maken | Kopiëren | Gekopieerd. | Nooit op deze site | Langer | Korter | Voorlezen | Stoppen met voorlezen",
    "advertentiemarkering | advertentieruimte | herhaalde kop | bijschrift | bron zonder naam | punt te veel | advertentielabel | code van een paginabouwer | zichtbare code | verwante artikelen | nieuwsbrief of app | deelknoppen | “lees meer” | feedmelding | rechtenmelding | oproep tot een abonnement | kapotte tekens",
    "Het nieuws | Uitspraken | Achtergrond | Context | Reacties | Hoe het verdergaat | Bron | Uitleg | Onderwerp",
  ],
  "zh-hant": [
    "重點 | 閱讀約 # 分鐘 | 文章各部分 | 已隱藏 # 處 | 復原 | 已復原。 | 全部復原 | 複製 | 已複製。 | 此網站不再隱藏 | 更長 | 更短 | 朗讀 | 停止朗讀",
    "廣告標記 | 廣告版位 | 重複標題 | 圖片說明 | 空的來源標籤 | 重複句號 | 廣告字樣 | 頁面建構程式碼 | 外露程式碼 | 相關閱讀 | 電子報或應用程式 | 分享按鈕 | 「閱讀更多」 | 訂閱源附註 | 版權聲明 | 訂閱提示 | 亂碼字元",
    "新聞 | 各方說法 | 背景 | 相關情況 | 反應 | 後續 | 來源 | 解釋 | 主題",
  ],
  ja: [
    "要点 | 約#分で読めます | 記事の構成 | #件を非表示 | 元に戻す | 元に戻しました。 | すべて元に戻す | コピー | コピーしました。 | このサイトでは隠さない | 長く | 短く | 読み上げる | 読み上げを止める",
    "広告の目印 | 広告枠 | 見出しの重複 | 写真の説明 | 名前のない出典 | 句点の重複 | 「広告」の表示 | ページ作成用のコード | 表示されたスクリプト | 関連記事 | メールマガジンやアプリ | 共有ボタン | 「続きを読む」 | フィードの注記 | 権利の表示 | 購読の案内 | 文字化け",
    "ニュース | 発言 | 経緯 | 背景事情 | 反応 | 今後 | 出典 | 解説 | 話題",
  ],
  ko: [
    "핵심 | 읽는 데 #분 | 기사의 구성 | #개 숨김 | 되돌리기 | 되돌렸습니다. | 모두 되돌리기 | 복사 | 복사했습니다. | 이 사이트에서는 숨기지 않기 | 더 길게 | 더 짧게 | 소리 내어 읽기 | 읽기 멈추기",
    "광고 표시자 | 광고 자리 | 반복된 제목 | 사진 설명 | 이름 없는 출처 | 겹친 마침표 | ‘광고’ 표시 | 페이지 제작 코드 | 드러난 스크립트 | 관련 기사 | 뉴스레터나 앱 | 공유 버튼 | ‘더 보기’ | 피드 알림 | 저작권 알림 | 구독 안내 | 깨진 글자",
    "뉴스 | 발언 | 배경 | 맥락 | 반응 | 앞으로의 전망 | 출처 | 설명 | 주제",
  ],
  id: [
    "Inti berita | # menit baca | Bagian artikel | # disembunyikan | Kembalikan | Dikembalikan. | Batalkan semua | Salin | Disalin. | Jangan pernah di situs ini | Lebih panjang | Lebih pendek | Bacakan | Berhenti membacakan",
    "penanda iklan | ruang iklan | judul berulang | keterangan foto | sumber tanpa nama | titik ganda | label iklan | kode pembuat halaman | skrip yang tampak | berita terkait | buletin atau aplikasi | tombol bagikan | “baca selengkapnya” | catatan umpan | pemberitahuan hak cipta | ajakan berlangganan | karakter rusak",
    "Berita | Pernyataan | Latar belakang | Konteks | Tanggapan | Selanjutnya | Sumber | Penjelasan | Topik",
  ],
  vi: [
    "Điểm chính | # phút đọc | Các phần của bài | Đã ẩn: # | Khôi phục | Đã khôi phục. | Hoàn tác tất cả | Sao chép | Đã sao chép. | Không bao giờ trên trang này | Dài hơn | Ngắn hơn | Đọc thành tiếng | Dừng đọc",
    "dấu quảng cáo | chỗ quảng cáo | tiêu đề lặp lại | chú thích ảnh | nguồn không tên | dấu chấm lặp | nhãn quảng cáo | mã dựng trang | mã lộ ra | bài liên quan | bản tin hoặc ứng dụng | nút chia sẻ | “đọc thêm” | ghi chú nguồn cấp | thông báo bản quyền | lời mời đăng ký | ký tự lỗi",
    "Tin chính | Phát biểu | Diễn biến trước đó | Bối cảnh | Phản ứng | Diễn biến tiếp theo | Nguồn | Giải thích | Chủ đề",
  ],
};

/** Chinese as it is written in Taiwan, Hong Kong and Macau. */
const TRADITIONAL = /^zh[-_](.*[-_])?(hant|tw|hk|mo)\b/i;

/**
 * The words of a language, English where there are none.
 *
 * @param {string} language BCP 47
 * @returns {Labels}
 */
export function labelsFor(language) {
  const name = TRADITIONAL.test(language) ? "zh-hant" : language.toLowerCase().split(/[-_]/)[0];
  const [words, reasons, roles] = TABLE[name] ?? TABLE.en;
  return /** @type {any} */ ({
    ...named(WORDS, words),
    reasons: named(REASONS, reasons),
    roles: named(ROLES, roles),
  });
}

/** The languages that there are words for. */
export const LANGUAGES = Object.keys(TABLE);

/**
 * @param {readonly string[]} names
 * @param {string} line
 */
function named(names, line) {
  const words = line.split(" | ");
  return Object.fromEntries(names.map((name, i) => [name, words[i]]));
}

/** Languages that write digits of their own (the default numbering systems of CLDR). */
const OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|mni|mr|my|mzn|ne|pa-arab|ps|sa|sat|sd|ur-in|uz-arab)\b/i;

/**
 * A whole number as a language writes it. All others write one below a thousand alike, and the first use of `Intl` in a page
 * takes the browser 20 milliseconds, as much as all the rest of the box.
 *
 * @param {number} number
 * @param {string} language BCP 47
 */
export function numberIn(number, language) {
  if (number < 1000 && !OWN_DIGITS.test(language)) return String(number);
  try {
    return new Intl.NumberFormat(language === "und" ? "en" : language).format(number);
  } catch {
    // A page may claim a language that is none.
    return String(number);
  }
}
