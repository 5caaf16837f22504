"""The flag of pages that show a consent dialogue and no article, and what looks like one."""

import pytest

from articles import ARTICLES
from cleaner import clean, plain, rules
from cleaner.config import Config
from cleaner.consent import is_wall
from cleaner.features import Page

# A line begins with `# ` if it is a heading, and with `> ` if it is a button.
WALLS = {
    "en": """\
# We value your privacy
We and our 842 partners store and/or access information on a device, such as cookies, and process personal data for \
personalised advertising and content, advertising and content measurement, audience research and services development.
You may click to consent to our and our partners' processing as described above, or change your preferences.
Please note that some processing of your personal data may not require your consent, but you have a right to object.
> More options
> Agree
> Disagree""",
    "en, settings": """\
# Manage Consent Preferences
When you visit any website, it may store or retrieve information on your browser, mostly in the form of cookies.
# Strictly Necessary Cookies
> Always Active
These cookies are necessary for the website to function and cannot be switched off in our systems.
# Performance Cookies
These cookies allow us to count visits and traffic sources so we can measure and improve the performance of our site.
# Targeting Cookies
These cookies may be set through our site by our advertising partners to build a profile of your interests.
> Reject All
> Confirm My Choices""",
    "de, or pay": """\
# Willkommen! Wir brauchen Ihre Zustimmung
Wir und unsere 213 Partner speichern und verarbeiten personenbezogene Daten wie IP-Adressen und Cookies, um Ihnen \
personalisierte Anzeigen und Inhalte anzuzeigen und Anzeigen und Inhalte zu messen.
Mit Klick auf „Alle akzeptieren“ stimmen Sie der Verwendung von Cookies zu. Sie können Ihre Einwilligung jederzeit mit \
Wirkung für die Zukunft widerrufen.
# Weiterlesen mit Werbung
> Akzeptieren und weiter
# Werbefrei lesen für 4,99 Euro im Monat
> Jetzt abonnieren
> Datenschutz""",
    "fr": """\
# Le respect de votre vie privée est notre priorité
Nos partenaires et nous-mêmes stockons et/ou accédons à des informations stockées sur un terminal, telles que les \
cookies, et traitons les données personnelles, pour la diffusion de publicités et de contenus personnalisés.
Vous pouvez cliquer pour accepter notre traitement et celui de nos partenaires.
> Continuer sans accepter
> Paramétrer les cookies
> Tout accepter""",
    "es": """\
# Tu privacidad es importante para nosotros
Nosotros y nuestros socios utilizamos cookies propias y de terceros para almacenar y acceder a información en un \
dispositivo y procesar datos personales con fines de publicidad y contenido personalizados y medición de audiencia.
Puedes aceptar todas las cookies pulsando el botón «Aceptar», configurarlas o rechazar su uso.
> Aceptar y continuar
> Rechazar y suscribirse
> Configurar cookies""",
    "pl": """\
# Szanujemy Twoją prywatność
My i nasi partnerzy przechowujemy informacje na urządzeniu, takie jak pliki cookie, i przetwarzamy dane osobowe w celu \
wyświetlania spersonalizowanych reklam i treści, pomiaru reklam i treści oraz badania odbiorców.
Wyrażenie zgody jest dobrowolne. Możesz w każdej chwili wycofać zgodę, klikając „Ustawienia zaawansowane”.
> Ustawienia zaawansowane
> Akceptuję i przechodzę do serwisu""",
    "sv": """\
# Vi värnar om din integritet
Vi och våra partner lagrar och får åtkomst till information på en enhet, till exempel cookies, och behandlar \
personuppgifter för anpassade annonser och anpassat innehåll.
Du kan när som helst återkalla ditt samtycke. Genom att klicka på Godkänn alla samtycker du till vår användning av \
cookies.
> Godkänn alla
> Hantera inställningar""",
    "ru": """\
# Мы используем файлы cookie
Мы и наши партнёры используем файлы cookie и обрабатываем персональные данные, чтобы показывать персонализированную \
рекламу и улучшать работу сайта.
Продолжая пользоваться сайтом, вы соглашаетесь на использование файлов cookie и с политикой конфиденциальности.
> Принять все
> Отклонить
> Настройки cookie""",
    "ja": """\
# Cookieの使用について
当サイトでは、利便性の向上やアクセス解析、広告配信のためにCookieを使用しています。Cookieの使用に同意いただける場合は「すべて許可」をクリックしてください。
詳細はプライバシーポリシーをご覧ください。
> すべて許可
> すべて拒否
> Cookie設定""",
}

PAGES = {
    "an article with a dialogue": f"# Old bridge closed\n{ARTICLES['en']}\n{WALLS['en']}",
    "a dialogue above an article": f"{WALLS['de, or pay']}\n# Alte Brücke gesperrt\n{ARTICLES['de']}",
    "a dialogue on both sides of an article": f"{WALLS['en']}\n{ARTICLES['en']}\n{WALLS['en, settings']}",
    "a brief article above a dialogue": f"{ARTICLES['en'].splitlines()[0]}\n{WALLS['en, settings']}",
    "a brief article below a dialogue": f"{WALLS['en, settings']}\n{ARTICLES['en'].splitlines()[0]}",
    "an article about cookies": """\
# Regulator fines the ferry company over its cookies
The data protection regulator fined the ferry company of Harlow two million crowns on Monday because its website \
stored cookies before anybody had agreed, the regulator said.
Visitors saw a banner with the words "We use cookies" and a button "Accept all", but no way to refuse, and the company \
shared personal data with 300 partners for personalised advertising.
"Consent has to be freely given," said Ada Thornbury, who told reporters that withdrawing it must be as easy.
The company said that it would change the banner in May and let visitors reject all cookies with one click.""",
    "a policy": """\
# Cookie Policy
This policy explains how Harlow Ferries uses cookies and similar technologies, and was last updated on 4 May 2024.
# What are cookies?
Cookies are small text files that are stored on your device when you visit a website. They help the site to remember \
your settings and to understand how it is used.
# Which cookies do we use?
We use strictly necessary cookies, which keep you signed in while you book, and analytics cookies, which count visits. \
You can withdraw your consent at any time in your browser's settings.
# Personal data
We process your name, address and card number to deliver the ticket that you have bought.""",
    "a paywall": """\
# Old bridge over the Harlow closed until spring
The old bridge over the Harlow was closed on Monday after engineers found cracks in two of its pillars, the town said.
# This article is for subscribers
Subscribe now to continue reading. Already a subscriber? Log in.
> Subscribe now
We use cookies to improve your experience. By continuing you agree to our use of cookies.
> Accept all
> Cookie settings""",
    "an error page": """\
# Page not found
The page that you were looking for is not here.
> Terms of use
> Cookie policy
© 2024 The Riverside Courier. All rights reserved.""",
    "a menu": "> Home\n> World\n> Accept all\n> Cookie settings\n> Opinion\n> Sport and leisure\n> Weather for today",
}


def _judged(lines: list[str], kept: list[int]) -> bool:
    page = Page(plain.read("\n\n".join(lines)))
    return is_wall(page, rules.votes(page, Config()), kept)


DIALOGUE = [line.removeprefix("# ").removeprefix("> ") for line in WALLS["en, settings"].splitlines()]
LAST = len(DIALOGUE) - 1
SENTENCE = ARTICLES["en"].splitlines()[0]


@pytest.mark.parametrize(
    ("lines", "kept", "is_one"),
    [
        (DIALOGUE, [], True),
        (DIALOGUE, range(LAST), True),  # what asks is no article, wherever it goes
        ([*DIALOGUE[:2], SENTENCE, *DIALOGUE[2:]], [2], True),
        (["Old bridge closed", *DIALOGUE], [0], True),
        # Near misses.
        ([*DIALOGUE[:2], *[SENTENCE] * 4, *DIALOGUE[2:]], [2, 3, 4, 5], False),  # an article's length
        ([SENTENCE, *DIALOGUE], [0], False),
        ([*DIALOGUE, SENTENCE], [LAST + 1], False),
        ([*DIALOGUE, *["Ferry to stop in June"] * 50], [], False),  # most of the page is something else
        ([SENTENCE], [], False),
    ],
)
def test_what_stays_says_whether_there_is_an_article(lines, kept, is_one):
    assert _judged(lines, list(kept)) == is_one


def _text(page: str) -> str:
    return "\n\n".join(line.removeprefix("# ").removeprefix("> ") for line in page.splitlines())


def _html(page: str) -> str:
    tags = {"# ": "h2", "> ": "button"}
    named = [(tags.get(line[:2], "p"), line) for line in page.splitlines()]
    lines = "".join(f"<{tag}>{line if tag == 'p' else line[2:]}</{tag}>\n" for tag, line in named)
    return f"<html><head><title>Harlow</title></head><body><div>{lines}</div></body></html>"


@pytest.mark.parametrize("form", [_text, _html])
@pytest.mark.parametrize("name", WALLS)
def test_a_consent_dialogue_and_nothing_else_is_flagged(name, form):
    assert "consent_page" in clean(form(WALLS[name])).flags


@pytest.mark.parametrize("form", [_text, _html])
@pytest.mark.parametrize("name", PAGES)
def test_other_pages_are_not(name, form):
    assert "consent_page" not in clean(form(PAGES[name])).flags
