// @ts-check
// The stories that the demo shows; each is a page of its own in stories/.

/**
 * @typedef {object} Story
 * @property {string} id names its file
 * @property {string} language
 * @property {"ltr" | "rtl"} direction
 * @property {string} outlet
 * @property {string} title
 * @property {Flaw[]} flaws what to look out for in the original
 *
 * @typedef {"headline" | "marker" | "label" | "slot" | "caption" | "stop" | "source" | "breaks" | "bare" | "table"
 *   | "hidden" | "related" | "code"} Flaw
 */

/** @type {Story[]} */
export const STORIES = [
  {
    id: "ar-ferry",
    language: "ar",
    direction: "rtl",
    outlet: "مرافئ برس",
    title: "ميناء طارن يعيد فتح خط العبّارات «الجنوبي» بعد توقف دام تسع سنوات",
    flaws: ["headline", "marker", "caption", "stop", "source"],
  },
  {
    id: "en-river",
    language: "en",
    direction: "ltr",
    outlet: "The Calder Post",
    title: "Calder to let its river run through the old town again",
    flaws: ["label", "slot", "related", "caption"],
  },
  {
    id: "fa-library",
    language: "fa",
    direction: "rtl",
    outlet: "روزنامهٔ پگاه شهر",
    title: "کتابخانهٔ سیار «کاروان» پس از چهل سال دوباره به راه افتاد",
    flaws: ["label", "headline", "source", "related"],
  },
  {
    id: "he-observatory",
    language: "he",
    direction: "rtl",
    outlet: "קול ההר",
    title: "מצפה הכוכבים ברמת נעמן ייפתח לציבור: ״השמיים שייכים לכולם״",
    flaws: ["headline", "label", "breaks", "hidden"],
  },
  {
    id: "ar-wheat",
    language: "ar",
    direction: "rtl",
    outlet: "صحيفة السهل",
    title: "مزارعو سهل نوران يستعيدون صنف قمح اختفى قبل نصف قرن",
    flaws: ["label", "breaks", "marker", "related"],
  },
  {
    id: "fr-phare",
    language: "fr",
    direction: "ltr",
    outlet: "Le Courrier d’Ervoy",
    title: "À Kermadou, le phare « aux oiseaux » change de lumière",
    flaws: ["label", "caption", "related", "headline"],
  },
  {
    id: "ru-bridge",
    language: "ru",
    direction: "ltr",
    outlet: "Вестник Заречья",
    title: "В Верхнем Заречье открыли мост, которого ждали тридцать лет",
    flaws: ["bare", "label", "stop", "source"],
  },
  {
    id: "zh-tea",
    language: "zh",
    direction: "ltr",
    outlet: "云溪日报",
    title: "云溪县古茶园“认养”三年：老树活了，年轻人回来了",
    flaws: ["headline", "label", "caption", "stop"],
  },
  {
    id: "hi-stepwell",
    language: "hi",
    direction: "ltr",
    outlet: "दैनिक संगम",
    title: "रामगढ़ी की तीन सौ साल पुरानी बावड़ी में फिर लौटा पानी",
    flaws: ["marker", "label", "caption", "related"],
  },
  {
    id: "tr-tram",
    language: "tr",
    direction: "ltr",
    outlet: "Körfez Gündem",
    title: "Yalıkent’in “mavi tramvayı” geri dönüyor",
    flaws: ["table", "marker", "code", "headline"],
  },
];
