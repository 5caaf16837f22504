from __future__ import annotations

NEAR = {
    "feed_entry_foot": (
        "{en}\nThe ferry appeared first on the western bank, and then in the middle of the river.",
        "{en}\nThe post was sold, and no letter has come since.\n{en}",
        # above the last lines it is told of another entry
        "The post Old bridge closed appeared first on The Riverside Courier.\n{en}",
        "{de}\nDer Beitrag wurde am Montag beschlossen.",
    ),
    "drawn_control": (
        "{en}\n[ ] Take a lamp for the ferry\n[ ] Take a warm coat",
        "{en}\n(*) Prices of May 2031, said the ferryman.",
        "{en}\nMy bridge is called ____________.\nIt crosses the _____________.",
        "{en}\n[Laughter]\n{de}",
        "{en}\n(*)\nPrices of May 2031",
        "<p>Who pays?\n<p>( ) The town\n<p>( ) The farmers\n<p>[ Send ]",
        "{en}\nThe last sign is a space ( ); the first one is a star (*), the engineers wrote in their report.",
        "{de}\nIFrame: so heißt ein Fenster in einer Seite, das eine andere Seite zeigt.",
    ),
    "embedded_post": (
        "{en}\n— Ada Thornbury, mayor, in 2031",
        "{en}\nThornbury (@adathornbury) wrote on 5 May 2031 that nobody would have to swim.",
        "{de}\n— Ada Dornburg (Bürgermeisterin), Mai 2031",
        "{fr}\nhttps://www.example.org/pont",
        "{en}\nA post shared by the mayor (@adathornbury) on Monday shows the bridge without its railing.",
    ),
    "interface_text": (
        '{en}\n"Your browser does not support the video tag" is what half of the farmers read when the council met,'
        " and so most of them came to the town hall and stood in the rain.\n{de}",
        "{en}\nA comment form that says that an address will not be published has to keep its word, he said.",
        "{en}\nNext stop\n{de}",
        "{en}\nShe accepts cookies from strangers, said Thornbury of the ferryman, but only with cocoa.",
        "{de}\nWer im Rat JavaScript aktivieren will, braucht dafür seit Montag die Zustimmung der Bürgermeisterin.",
        "{fr}\nLe navigateur de la mairie ne prend plus en charge les vidéos du conseil, selon un agent.",
        "{en}\nvideo.textContent = 'no support for this video tag';\n{de}",
        "{es}\nEl vídeo del puente ya no estaba disponible el lunes, dijo la alcaldesa, y nadie supo explicar por qué.",
        # the article is about such forms
        "The word comes first in the manual: your browser does not support the video tag, says a grey box.\n"
        "Your browser does not support the video tag\n"
        "Where the box says that your email address will not be published, its makers meant it as a promise.\n"
        "Nobody asked them to, and so they wrote this site uses akismet to reduce spam under all that they sold.\n"
        "The last of their forms read: please enable javascript in your browser to complete this form, it said.",
        "{ja}\n動画を再生できなかった住民は、町役場で会議の記録を読むことができると町は説明した。",
    ),
    "comment_ask": (
        # speech, an article about comments, and a paragraph
        '{en}\n"Join the conversation in the comments," said the farmer.',
        "The paper asked its readers to join the conversation in the comments, and four thousand did so within a day.\n"
        "Join the conversation in the comments\n"
        "Whoever wants to join the conversation in the comments has to give a name, which half of them did not do.\n"
        "Those who join the conversation in the comments are younger than the others, the editor said on Monday.\n"
        "A month later, he asked them to join the conversation in the comments again, and this time only forty did so.",
        "{en}\nThe council asked the farmers to join the conversation in the comments, "
        "and no more than four of them did so.",
    ),
}

FIRES = {
    "feed_entry_foot": (
        "{en}\n@ The post Old bridge closed appeared first on The Riverside Courier.",
        "{de}\n@ Der Beitrag Alte Brücke gesperrt erschien zuerst auf Harlower Bote.",
        "{ru}\n@ Запись Старый мост закрыт впервые появилась Вестник Харлы.",
        "{tr}\n{fr}\n@ L’article Le vieux pont est fermé est apparu en premier sur Le Courrier.\nPartager",
    ),
    "drawn_control": (
        "{en}\n@ How do you cross the river?\n@ ( ) By the bridge\n@ ( )By the ferry\n@ ( ) I swim.\n@ [ Send ]",
        "{de}\n@ [ ]\n@ [ ] [ ]\n@ (BUTTON) Suchen\n@ [ Abschicken ]",
        "{fr}\n@ IFrame: pub-2\n@ IFRAME: https://example.org/pub\n@ [IMG]\n{fr}",
        "{en}\nWho pays?\n@ [ Send ]\nTides\n@ ( ) The town\n@ ( ) The farmers",
        "@ ( ) The town\n@ ( ) The farmers\n{en}\nWho pays?",
        "@ [____________________] [ Buscar ]\n@ ____________________ [ Buscar ]\n{es}",
    ),
    "embedded_post": (
        "{en}\nNobody will have to swim.\n@ — Ada Thornbury (@adathornbury) May 5, 2031\n{en}",
        "{de}\n@ pic.twitter.com/AbCdEf1234\n@ — Ada Dornburg (@dornburg@example.social) 5. Mai 2031",
        "{ja}\n@ — 町役場 (@machi) 2031年5月5日 2031\n{ja}",
        "{fr}\n@ https://t.co/AbCdEf1234\n{fr}",
        "{en}\n@ A post shared by Ada Thornbury (@ada.thornbury)\n{en}",
    ),
    "interface_text": (
        "{en}\n@ Your email address will not be published. Required fields are marked *\n"
        "@ Save my name, email, and website in this browser for the next time I comment.",
        "{de}\n@ Ihr Browser unterstützt dieses Video leider nicht.\n@ Zum Inhalt springen",
        "{fr}\n@ Ce contenu est bloqué car vous n'avez pas accepté les cookies et autres traceurs.\n@ Article suivant",
        "{es}\n@ Este sitio usa Akismet para reducir el spam. Aprende cómo se procesan los datos de tus comentarios.",
        "@ Перейти к содержимому\n{ru}\n@ Ваш адрес email не будет опубликован. Обязательные поля помечены *",
        "@ İçeriğe geç\n{tr}\n@ Bu video kullanılamıyor.",
        "@ 本文へスキップ\n{ja}\n@ メールアドレスが公開されることはありません。 ※ が付いている欄は必須項目です",
        "{zh}\n@ 您的浏览器不支持 video 标签。\n@ 返回顶部",
        "@ التجاوز إلى المحتوى\n{ar}\n@ لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "{hi}\n@ आपका ईमेल पता प्रकाशित नहीं किया जाएगा. आवश्यक फ़ील्ड चिह्नित हैं *\n@ मुख्य सामग्री पर जाएं",
    ),
    "comment_ask": (
        "{en}\n@ What do you think? Join the conversation in the comments",
        "{de}\n@ Melden Sie sich an und diskutieren Sie mit.",
        "{en}\n@ • Share your thoughts and join the conversation in the comments.",
    ),
}
