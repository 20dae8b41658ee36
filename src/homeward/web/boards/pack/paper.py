"""What does the paper look like? A summary in plain English first, then each board as a table, then each number on its own."""

PAPER = """
#let it = json(bytes(sys.inputs.pack))
#let quiet = rgb("#4c6272")
#let blue = rgb("#005eb8")
#set document(title: it.title, date: none)
#set text(lang: "en", region: "gb", size: 10pt, font: ("Liberation Sans", "Arial", "DejaVu Sans", "Libertinus Serif"), fill: rgb("#212b32"))
#set par(justify: false, leading: 0.62em)
#set page(paper: "a4", margin: (x: 1.9cm, top: 1.8cm, bottom: 2cm), footer: context [
  #set text(size: 7.5pt, fill: quiet)
  #grid(columns: (1fr, auto), column-gutter: 16pt,
    [#it.title. As of #it.as_of.#if it.made_up != "" [ #strong(it.made_up)] #linebreak() #it.foot],
    [Page #counter(page).display() of #counter(page).final().first()])])
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 1): set block(below: 0.5em)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.6em)
#show heading.where(level: 3): set text(size: 12pt)
#let rows(head, body, widths) = table(
  columns: widths, stroke: (x, y) => (bottom: 0.5pt + rgb("#c8d0d5")), inset: (x: 4pt, y: 5pt), align: left + top,
  fill: (x, y) => if y == 0 { rgb("#e8edee") },
  table.header(..head.map(each => strong(each))), ..body.flatten().map(each => [#each]))

#text(fill: quiet)[#it.place]
= #it.title
#text(size: 11pt, fill: quiet)[#it.period. As of #it.as_of.]
#if it.made_up != "" [#block(inset: 6pt, stroke: 1pt + quiet)[*#it.made_up*]]

#heading(level: 2, outlined: false)[In short]
#for said in it.summary [#par[#said]]
#if it.changed.len() > 0 [
  #heading(level: 3, outlined: false)[What changed]
  #list(..it.changed.map(each => [#strong(each.title): #each.sentence]))
]
#if it.overdue.len() > 0 [
  #heading(level: 3, outlined: false)[Overdue]
  #list(..it.overdue.map(each => [#each.what (#each.who, due #each.due)]))
]
#text(size: 9pt, fill: quiet)[#it.how]
#if it.boards.len() > 1 [
  #heading(level: 2, outlined: false)[In this pack]
  #grid(columns: (1fr, 1fr), column-gutter: 22pt,
    outline(title: none, target: heading.where(level: 2, outlined: true), indent: 0pt),
    outline(title: none, target: heading.where(level: 3, outlined: true), indent: 0pt))
]

#for board in it.boards [
  #if it.boards.len() > 1 [#pagebreak(weak: true)]
  == #board.title
  #text(fill: quiet)[#board.question]
  #if board.rows.len() > 0 [#rows(("Number", "Figure", "Target", "Which way"), board.rows.map(each => (each.title, each.figure, each.target, each.way)), (2.2fr, 2fr, 1.8fr, 1.7fr))]
  #if board.waits.len() > 0 [#block(above: 1.2em)[*Waiting for data.* Nothing is made up meanwhile.]
    #list(..board.waits.map(each => [#each.title. #text(fill: quiet)[#each.why]]))]
  #if board.feeds.len() > 0 [#block(above: 1.2em)[*What it rests on*]
    #rows(("Feed", "How it stands", "Last heard", "Nothing came on"), board.feeds.map(each => (each.title, each.state, each.last, each.missing)), (2.6fr, 1.3fr, 1.7fr, 1.4fr))]
  #if board.cannot != "" [#block(above: 1.2em, inset: (left: 8pt), stroke: (left: 2pt + blue))[*What this board cannot tell.* #board.cannot]]
]
#if it.actions.len() > 0 [
  == What we are doing about it
  #rows(("What", "About", "Who", "By when", "State"), it.actions.map(each => (each.what, each.about, each.who, each.due, each.state)), (2.3fr, 1.4fr, 1.4fr, 1.5fr, 1.1fr))
]
#show heading.where(level: 3): set text(size: 14pt)
#if it.numbers.len() > 0 [
  #pagebreak(weak: true)
  == Every number by itself
  #v(0.8em)
]
#for (at, each) in it.numbers.enumerate() [
  #block(breakable: false, width: 100%, below: 2em)[
    === #each.title
    #text(fill: quiet)[#each.why]
    #grid(columns: (auto, 1fr), column-gutter: 14pt, align: horizon,
      text(size: if each.few {12pt} else {22pt}, weight: "bold")[#each.figure],
      [#each.of #if each.target != "" [#linebreak() Target: #each.target]])
    #if each.chart != "" [#image(bytes(each.chart), format: "svg", width: 88%, alt: each.alt)]
    #if each.sentence != "" [#par[#each.sentence]]
    #set text(size: 9pt)
    *What it means.* #each.definition *Counted:* #each.numerator. *Out of:* #each.denominator. #if each.coverage != "" [*Coverage:* #each.coverage.] #if each.safety != "" [*Beside it:* #each.safety.]
    #for said in each.stated [#par[#said]]
    #if each.cannot != "" [#par[*It cannot tell:* #each.cannot]]
    #text(fill: quiet)[Source: #each.source. Kept right by #each.owner.]
  ]
]
"""
