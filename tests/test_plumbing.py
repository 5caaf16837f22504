"""Texts in which a tool left the page's scripts, styles and data."""

from __future__ import annotations

import pytest

from articles import ARTICLES
from cleaner import clean

ABOVE = """\
<script>
/* global settings */
window.dataLayer = window.dataLayer || [];
function gtag(){dataLayer.push(arguments);}
gtag('js', new Date());

  gtag('config', 'UA-12345-1', { 'anonymize_ip': true });
</script>

<style type="text/css">
.site-header .menu > li a:hover {
    color: #ff0000;
    font-weight: bold;
}
@media only screen and (max-width: 768px) {
    .site-header { display: none !important; }
}
</style>
"""
BELOW = """\
!function(e,a,t){var n,i=a.createElement("canvas"),p=i.getContext("2d");function s(e,t){p.fill()}}(window,document,_s);
var ajax_object = {"ajax_url":"https:\\/\\/www.example.org\\/ajax.php","nonce":"a1b2c3"};
document.addEventListener("DOMContentLoaded", function() {
    var menu = document.querySelector(".menu");
    // open the menu
    menu.classList.add("open");
    if (menu) {
        menu.style.display = "block";
    } else {
        console.log("no menu");
    }
});
{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"x"}]}
"""


@pytest.mark.parametrize("language", ARTICLES)
@pytest.mark.parametrize("blank", [False, True], ids=["lines", "paragraphs"])
def test_scripts_around_an_article_go_and_nothing_else(language, blank):
    article = ARTICLES[language]
    around = "\n\n".join((ABOVE + article + "\n" + BELOW).split("\n")) if blank else f"{ABOVE}\n{article}\n\n{BELOW}"
    alone = "\n\n".join(article.split("\n")) if blank else article
    assert clean(around, kind="text").text == clean(alone, kind="text").text


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_an_article_on_code_keeps_its_code(language):
    page = f"{ARTICLES[language]}\nJavaScript:\n{BELOW}\n{ARTICLES['fr']}"
    kept = clean(page, kind="text").text
    assert [line for line in BELOW.splitlines() if line.strip() not in kept] == []


def test_scripts_alone_are_left_as_they_are():
    """A text of nothing but code is somebody's code."""
    assert 'menu.classList.add("open");' in clean(BELOW, kind="text").text
