from __future__ import annotations

NEAR = {
    "script_line": (
        # An article that shows code speaks of it.
        "{en}\nAdd this snippet to the head of the page:\nwindow.dataLayer = window.dataLayer || [];\n{en}",
        "{de}\nDas CSS der Seite ist kurz.\n.menu { display: none; }\n@media print { .menu { color: red; } }\n{de}",
        "{fr}\n$(document).ready(function () { $('.menu').hide(); });\nCe script cache le menu.\n{fr}",
        # A paragraph announces it.
        "{tr}\nBugün üç satır yeter, hem de her yerde ve her zaman:\n.kutu { display: grid; }\n{tr}",
        # Brackets, signs and names of documents are no script.
        "{en}\nThe window (document no. 5) opens; the other [sic] stays shut;\n{de}",
        "{en}\nA = {1, 2, 3} and B = {4, 5}; so A and B have nothing in common.\n{en}",
        "{en}\nMedia @ the ferry (every day; closed in winter)",
    ),
    "data_line": (
        '{en}\nThe answer comes as JSON:\n[{"name":"ferry","id":7,"open":true}]\n{en}',
        '{en}\nShe said: "ferry":, and then "bridge":, and nobody knew why.',
        "{de}\n{a, b, c}: die Menge der Fähren.",
    ),
    "front_matter": (
        # A rule above an article, and fields below one.
        "---\n{en}\n---\n{en}",
        "{en}\n---\ntitle: Old bridge\ndate: 2031-03-12\n---\n{en}",
        # A title and an author with a colon, and no address.
        "Title: The old bridge\nAuthor: Ada Finch\n{en}",
        # An interview: its turns have no names of fields.
        "---\nFinch: And the bridge?\nMayor: It stays shut.\n---\n{en}",
    ),
    "editor_mark": (
        "{en}\n[laughter]\n{en}",
        "{en}\n[1] Report of the engineers, 2031, page 7",
        '{en}\nWordPress writes a picture so:\n[caption id="7" width="300"]\n{en}',
        "{fr}\n[…]\n{fr}",
    ),
    "line_numbers": (
        "{en}\n1\n2\n3\n{en}",
        "{de}\n2021\n2022\n2023\n2024\n{de}",
        "1\nThe ferry\n2\nThe bridge\n3\nThe tunnel\n4\nThe road\n{en}",
        "{fr}\n1\n2\n4\n8\n16\n{fr}",
    ),
    "placeholder_text": (
        "{en}\nThe printers called it lorem ipsum, and nobody in the town could read it.",
        '{en}\n"Lorem ipsum dolor" was all that stood on the sign at the ferry.',
        "{en}\nDolor sit in the old song of the ferrymen means the river.",
    ),
}

FIRES = {
    "script_line": (
        """
        @ window.dataLayer = window.dataLayer || [];
        @ function gtag(){dataLayer.push(arguments);}
        @ gtag('js', new Date());
        {en}
        """,
        """
        {de}
        @ .menu { display: none; color: #fff; }
        @ @media (max-width: 600px) { .menu { display: block; } }
        """,
        """
        {fr}
        @ (function(d, s, id) {
        @ var js, fjs = d.getElementsByTagName(s)[0];
        @ if (d.getElementById(id)) return;
        @ js.src = "//connect.example.net/sdk.js";
        @ }(document, 'script', 'sdk'));
        {fr}
        """,
        "{en}\n@ jQuery(document).ready(function($){ $('.slider').slick({dots: true}); });\n{de}",
        '{de}\n@ /* <![CDATA[ */ var settings = {"url":"/wp-admin/"}; /* ]]> */',
        "@ /*! normalize.css v8.0.1 | MIT License */\n@ html{line-height:1.15}\n{en}",
    ),
    "data_line": (
        '{en}\n@ {"@context":"https://schema.org","@type":"NewsArticle","headline":"Old bridge"}',
        '{de}\n@ {"layout":2,"align":"Center","text":"Buy now","title":{"hue":213}}\n{de}',
        '@ 829374","title":"Boat of wood","currency":"USD","amount":"27.97","price":"27.97","url":"x"\n{fr}',
    ),
    "front_matter": (
        "@ ---\n@ title: Old bridge\n@ author:\n@ - Ada Finch\n@ date: 2031-03-12\n@ ---\n{en}",
        '@ +++\n@ title = "Die alte Brücke"\n@ date = 2031-03-12T06:00:00Z\n@ draft = false\n@ +++\n{de}',
        "@ Title: Le vieux pont\n@ URL Source: https://example.org/pont\n@ Markdown Content:\n{fr}",
    ),
    "editor_mark": (
        '{en}\n@ [caption id="attachment_12" align="alignnone" width="300"]\n{en}',
        "{de}\n@ <!-- wp:paragraph -->\n{de}\n@ <!-- /wp:paragraph -->",
        "{fr}\n@ [embed]https://www.example.org/watch?v=abc[/embed]\n@ [/vc_column]\n{fr}",
        "{en}\n@ {{ page.related }}\n@ {% include ad %}",
    ),
    "line_numbers": (
        """
        {en}
        @ 1
        @ 2
        @ 3
        @ 4
        import ferry
        ferry.run()
        """,
        "{de}\n@ 1\n@ 2\n@ 3\n@ 4\n@ 5\n{de}",
        "<table><tr><td><pre>\n@ 1\n@ 2\n@ 3\n@ 4\n</pre><td><pre>\nimport ferry\nferry.run()\n</pre></table>",
    ),
    "placeholder_text": (
        "{en}\n@ Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        "@ Lorem ipsum\n{de}",
        "{fr}\n@ Ut enim ad minim veniam, quis nostrud exercitation ullamco; lorem ipsum dolor sit amet.\n{fr}",
    ),
}
