"""An invented page with every kind of metadata, for what is made of a cleaned document."""

URL = "https://www.harbour.example/news/bridge"

HTML = """<!doctype html><html lang="en"><head>
<title>Old bridge closed for a year | Harbour Herald</title>
<link rel="canonical" href="https://www.harbour.example/news/bridge">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
<link rel="alternate" hreflang="sv" href="https://www.harbour.example/sv/bron">
<meta property="og:site_name" content="Harbour Herald">
<meta name="description" content="The crossing shuts on Monday.">
<meta name="keywords" content="bridge, harbour">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Old bridge closed for a year", "author": {"@type": "Person", "name": "Ada Ström"},
 "publisher": {"@type": "Organization", "name": "Harbour Herald"}, "articleSection": "Local",
 "datePublished": "2025-07-07T13:06:00+02:00", "dateModified": "2025-07-08T08:00:00+02:00"}</script>
</head><body><nav><a href="/">Home</a> <a href="/weather">Weather</a></nav>
<article><h1>Old bridge closed for a year</h1><p class="byline">By Ada Ström</p>
<p>The old bridge over the harbour will be closed from Monday, the mayor said, since two of its piers have cracks.</p>
<figure><img src="a.jpg"><figcaption>The bridge on Sunday. Photo: Bo Li</figcaption></figure>
<p>A ferry carries walkers across every ten minutes, and drivers are sent through the tunnel, which is free this week.
</p></article><footer><p>© Harbour Herald. All rights reserved.</p></footer></body></html>"""

TEXT = """Home | News | Weather

The river rose by two metres over night, the mayor said, and the lower town was cut off until the morning.

Share on Facebook
"""

MIXED = """The old bridge over the harbour will be closed from Monday, the mayor said, since its piers have cracks.

„Wir haben das der Stadt schon vor drei Jahren gesagt, und niemand wollte es damals von uns hören“, sagte ein Ingenieur.

A ferry carries walkers across every ten minutes, and drivers are sent through the tunnel, which is free this week.

Старый мост закрыт до весны, сообщил мэр города в понедельник

It will be open again by the end of the week, if the water falls as the engineers of the town expect it to.
"""
