"""Invented articles, clean and with residue that no reader would take for their text."""

PARAGRAPHS = (
    "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half.",
    "Engineers of the council had found cracks in three arches of the bridge, and the repairs took longer than hoped.",
    "The first buses will cross the bridge again in May, the mayor said, and shops in the old town hope for customers.",
    "Residents who used the ferry while the bridge was closed told the council that they will miss the ferryman.",
    "The repairs of the arches cost the town two million crowns, of which the council paid half, the mayor said.",
)
CLEAN = "\n\n".join(PARAGRAPHS) + "\n"
MENU = "Home | World | Sport | Culture | Opinion"
SHARE = "Share on Facebook"
COPYRIGHT = "© 2024 The Riverside Courier. All rights reserved."
DOUBTFUL = "Ferry to stop in June"
"""A line that may be a headline of another article."""

DIRTY = "\n\n".join([MENU, *PARAGRAPHS, SHARE, COPYRIGHT]) + "\n"
RESIDUE = {1: "navigation", 13: "share", 15: "legal"}
"""The labels of the residue in `DIRTY` by line."""

ARTICLES = {
    "en": """\
The old bridge over the Harlow was closed on Monday after engineers found cracks in two of its pillars, the town said.
Mayor Ada Thornbury told the council that repairs would take until spring and cost about four million crowns.
"Nobody will have to swim," she said, but the ferry that replaces the bridge carries only twelve cars an hour.
Farmers on the eastern bank, who sell their milk in the town, asked the council to let tractors cross at night.""",
    "de": """\
Die alte Brücke über die Harle ist seit Montag gesperrt, weil Ingenieure Risse in zwei Pfeilern fanden, so die Stadt.
Bürgermeisterin Ada Dornburg sagte im Rat, die Reparatur werde bis zum Frühjahr dauern und vier Millionen kosten.
„Niemand muss schwimmen“, sagte sie, doch die Fähre, die die Brücke ersetzt, nimmt nur zwölf Autos die Stunde mit.
Die Bauern am Ostufer, die ihre Milch in der Stadt verkaufen, wollen nachts mit Traktoren über die Brücke fahren.""",
    "fr": """\
Le vieux pont sur la Harle est fermé depuis lundi, des ingénieurs ayant trouvé des fissures dans deux piliers.
La maire Ada Dornbourg a dit au conseil que les travaux dureraient jusqu'au printemps et coûteraient quatre millions.
« Personne ne devra nager », a-t-elle dit, mais le bac qui remplace le pont ne prend que douze voitures par heure.
Les paysans de la rive orientale, qui vendent leur lait en ville, demandent de passer le pont la nuit en tracteur.""",
    "es": """\
El viejo puente sobre el Harle fue cerrado el lunes, después de que unos ingenieros hallaran grietas en dos pilares.
La alcaldesa Ada Dornburgo dijo al consejo que las obras durarían hasta la primavera y costarían cuatro millones.
«Nadie tendrá que nadar», dijo, pero el transbordador que sustituye al puente lleva solo doce coches por hora.
Los campesinos de la orilla oriental, que venden su leche en la ciudad, piden cruzar el puente de noche en tractor.""",
    "ru": """\
Старый мост через реку Харлу закрыли в понедельник, после того как инженеры нашли трещины в двух опорах моста.
Мэр Ада Дорнбург сказала совету, что ремонт продлится до весны и обойдётся примерно в четыре миллиона крон.
«Вплавь никому не придётся», — сказала она, но паром, который заменит мост, берёт только двенадцать машин в час.
Крестьяне с восточного берега, которые продают молоко в городе, просят пускать по мосту тракторы хотя бы ночью.""",
    "tr": """\
Harle üzerindeki eski köprü, mühendislerin iki ayağında çatlak bulmasının ardından pazartesi günü kapatıldı.
Belediye başkanı Ada Dornburg, onarımın ilkbahara kadar süreceğini ve dört milyon krona mal olacağını söyledi.
"Kimse yüzmek zorunda kalmayacak" dedi, ancak köprünün yerine geçen feribot saatte yalnızca on iki araba taşıyor.
Doğu kıyısındaki çiftçiler, sütlerini kentte sattıkları için gece köprüden traktörle geçmek istediklerini söyledi.""",
    "ja": """\
ハーレ川に架かる古い橋が月曜日に通行止めとなった。五本の橋脚のうち二本にひびが見つかったためだと町は説明している。
町長のアダ・ドルンブルク氏は議会で、修理は春までかかり、費用はおよそ四百万クローネになる見通しだと述べた。
「泳いで渡る必要はありません」と町長は話したが、橋の代わりとなる渡し船は一時間に十二台しか車を運べない。
東岸の農家は町で牛乳を売って暮らしており、せめて夜のあいだだけでもトラクターに橋を渡らせてほしいと議会に求めた。""",
    "zh": """\
哈勒河上的老桥星期一起封闭，镇政府说，工程师在五个桥墩中的两个里发现了裂缝，车辆不能再通过。
镇长阿达·多恩堡告诉议会，修理工程要持续到春天，费用大约为四百万克朗，资金尚未全部落实。
“谁也不用游泳过河，”她说，但是代替大桥的渡船一小时只能运送十二辆汽车，排队的时间会很长。
东岸的农民靠在镇上卖牛奶为生，他们请求议会至少允许拖拉机在夜里从桥上通过。""",
    "ar": """\
أُغلق الجسر القديم فوق نهر هارلي يوم الاثنين بعد أن عثر المهندسون على شقوق في اثنين من أعمدته الخمسة، كما أعلنت البلدية.
وقالت رئيسة البلدية آدا دورنبورغ أمام المجلس إن الإصلاح سيستمر حتى الربيع وسيكلف نحو أربعة ملايين كرونة.
وأضافت أن أحدا لن يضطر إلى السباحة، لكن العبارة التي تحل محل الجسر لا تنقل سوى اثنتي عشرة سيارة في الساعة.
وطلب المزارعون على الضفة الشرقية، الذين يبيعون حليبهم في المدينة، السماح للجرارات بعبور الجسر ليلا.""",
    "hi": """\
हार्ले नदी पर बना पुराना पुल सोमवार को बंद कर दिया गया, क्योंकि इंजीनियरों को दो खंभों में दरारें मिलीं।
महापौर आदा डोर्नबर्ग ने परिषद से कहा कि मरम्मत वसंत तक चलेगी और उस पर लगभग चालीस लाख क्रोन खर्च होंगे।
उन्होंने कहा कि किसी को तैरना नहीं पड़ेगा, लेकिन पुल की जगह चलने वाली नाव में केवल बारह गाड़ियाँ आती हैं।
पूर्वी तट के किसान, जो अपना दूध नगर में बेचते हैं, चाहते हैं कि रात में ट्रैक्टरों को पुल पार करने दिया जाए।""",
}
"""One invented article in several languages, a paragraph a line."""
ISLAND = (
    "The ferry company said on Monday that it would buy two new boats, because the old ones burn too much fuel.",
    "Its director, who came from the railway last year, expects the first of them to sail before the end of May.",
    "People on the island are glad, but they ask whether the fares, which rose twice last winter, will rise again.",
    "The council has promised to pay for a third of the price, if the timetable is kept through the whole winter.",
    "Nobody could say on Monday what would become of the old boats, or of the people who repair them by hand.",
    "A report that was published in March had named the harbour too small for boats of more than forty metres.",
)
"""An article of six sentences, each long enough to be a paragraph."""
