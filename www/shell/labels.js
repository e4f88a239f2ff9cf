// @ts-check
// The box's own words, by language.

/**
 * @typedef {object} Labels `#` stands for the number.
 * @property {string} summary
 * @property {string} minutes
 * @property {string} parts
 * @property {string} hidden
 * @property {string} restore
 * @property {string} restored
 * @property {string} undo
 * @property {string} copy
 * @property {string} copied
 * @property {Record<import("./types.d.ts").Reason, string>} reasons
 * @property {Record<import("./types.d.ts").Role, string>} roles
 */

/**
 * @param {string[]} words in the order below
 * @returns {Labels}
 */
function labels(...words) {
  const [summary, minutes, parts, hidden, restore, restored, undo, copy, copied, ...rest] = words;
  const [marker, slot, headline, caption, source, stop, lead, statement, background, context, reaction, outlook, origin, explanation, topic] = rest;
  return {
    summary, minutes, parts, hidden, restore, restored, undo, copy, copied,
    reasons: { "ad-marker": marker, "ad-slot": slot, "duplicate-headline": headline, caption, "source-label": source, punctuation: stop },
    roles: { lead, statement, background, context, reaction, outlook, source: origin, explanation, topic },
  };
}

/** @type {Record<string, Labels>} */
const TABLE = {
  en: labels("The gist", "# min read", "Parts of the story", "# hidden", "Put back", "Put back.", "Undo all", "Copy", "Copied.", "ad marker", "ad space", "headline repeated", "caption", "empty source label", "doubled stop", "The news", "What was said", "Background", "Context", "Reactions", "What comes next", "Source", "Explanation", "Topic"),
  ar: labels("الزبدة", "قراءة # د", "أقسام الخبر", "أُخفي: #", "إعادة", "أُعيد.", "تراجع عن الكل", "نسخ", "نُسخ.", "علامة إعلان", "مساحة إعلانية", "عنوان مكرر", "شرح صورة", "كلمة «المصدر» بلا مصدر", "نقطة مكررة", "الخبر", "تصريحات", "خلفية", "سياق", "ردود الفعل", "ما التالي", "المصدر", "شرح", "موضوع"),
  fa: labels("چکیده", "# دقیقه خواندن", "بخش‌های خبر", "پنهان‌شده: #", "بازگرداندن", "بازگردانده شد.", "واگرد همه", "رونوشت", "رونوشت شد.", "نشان آگهی", "جای آگهی", "تیتر تکراری", "شرح عکس", "منبع بی‌نام", "نقطهٔ تکراری", "خبر", "گفته‌ها", "پیشینه", "زمینه", "واکنش‌ها", "آنچه در پیش است", "منبع", "توضیح", "موضوع"),
  ur: labels("خلاصہ", "# منٹ", "خبر کے حصے", "چھپایا گیا: #", "واپس لائیں", "واپس لایا گیا۔", "سب واپس", "نقل", "نقل ہو گیا۔", "اشتہار کا نشان", "اشتہار کی جگہ", "دہرائی گئی سرخی", "تصویر کی عبارت", "خالی ماخذ", "دہرا وقفہ", "خبر", "بیانات", "پس منظر", "سیاق", "ردعمل", "آگے کیا", "ماخذ", "وضاحت", "موضوع"),
  he: labels("התמצית", "# דק׳ קריאה", "חלקי הכתבה", "הוסתרו: #", "החזרה", "הוחזר.", "ביטול הכול", "העתקה", "הועתק.", "סימון פרסומת", "שטח פרסום", "כותרת חוזרת", "כיתוב", "מקור ללא שם", "נקודה כפולה", "החדשה", "דברים שנאמרו", "רקע", "הקשר", "תגובות", "מה הלאה", "מקור", "הסבר", "נושא"),
  fr: labels("L’essentiel", "# min de lecture", "Parties de l’article", "# masqués", "Rétablir", "Rétabli.", "Tout annuler", "Copier", "Copié.", "marqueur de publicité", "espace publicitaire", "titre répété", "légende", "mention de source vide", "point doublé", "L’information", "Déclarations", "Rappel des faits", "Contexte", "Réactions", "La suite", "Source", "Explication", "Sujet"),
  de: labels("Das Wichtigste", "# Min. Lesezeit", "Teile des Artikels", "# ausgeblendet", "Zurückholen", "Zurückgeholt.", "Alles rückgängig", "Kopieren", "Kopiert.", "Anzeigen-Platzhalter", "Anzeigenfläche", "Überschrift doppelt", "Bildunterschrift", "Quellenangabe ohne Quelle", "doppelter Punkt", "Die Nachricht", "Aussagen", "Hintergrund", "Zusammenhang", "Reaktionen", "Ausblick", "Quelle", "Erklärung", "Thema"),
  es: labels("Lo esencial", "# min de lectura", "Partes de la noticia", "# ocultos", "Restaurar", "Restaurado.", "Deshacer todo", "Copiar", "Copiado.", "marcador de anuncio", "espacio publicitario", "titular repetido", "pie de foto", "fuente sin nombre", "punto doble", "La noticia", "Declaraciones", "Antecedentes", "Contexto", "Reacciones", "Qué sigue", "Fuente", "Explicación", "Tema"),
  tr: labels("Özü", "# dk okuma", "Haberin bölümleri", "# gizlendi", "Geri getir", "Geri getirildi.", "Tümünü geri al", "Kopyala", "Kopyalandı.", "reklam işareti", "reklam alanı", "yinelenen başlık", "resim altı yazısı", "boş kaynak etiketi", "çift nokta", "Haber", "Açıklamalar", "Arka plan", "Bağlam", "Tepkiler", "Bundan sonrası", "Kaynak", "Anlatım", "Konu"),
  ru: labels("Главное", "# мин чтения", "Части статьи", "Скрыто: #", "Вернуть", "Возвращено.", "Отменить всё", "Копировать", "Скопировано.", "рекламная метка", "место для рекламы", "повтор заголовка", "подпись к фото", "источник без имени", "двойная точка", "Новость", "Заявления", "Предыстория", "Контекст", "Реакция", "Что дальше", "Источник", "Объяснение", "Тема"),
  zh: labels("要点", "阅读约 # 分钟", "文章各部分", "已隐藏 # 处", "恢复", "已恢复。", "全部撤销", "复制", "已复制。", "广告标记", "广告位", "重复标题", "图片说明", "空的来源标签", "重复句号", "新闻", "各方表态", "背景", "相关情况", "反应", "后续", "来源", "解释", "主题"),
  hi: labels("सार", "# मिनट का पाठ", "खबर के हिस्से", "# छिपाए गए", "वापस लाएँ", "वापस लाया गया।", "सब वापस लें", "कॉपी", "कॉपी हुआ।", "विज्ञापन चिह्न", "विज्ञापन स्थान", "दोहराया शीर्षक", "चित्र परिचय", "खाली स्रोत", "दोहरा विराम", "खबर", "बयान", "पृष्ठभूमि", "संदर्भ", "प्रतिक्रियाएँ", "आगे क्या", "स्रोत", "व्याख्या", "विषय"),
};

/**
 * @param {string} language BCP 47
 * @returns {Labels}
 */
export function labelsFor(language) {
  return TABLE[language.toLowerCase().split(/[-_]/)[0]] ?? TABLE.en;
}
