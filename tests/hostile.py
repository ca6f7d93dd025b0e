"""Outside text that has broken somebody's program: feed HOSTILE to every door that takes words."""

ESC = "\x1b"

MARKUP = [
    "[@click=app.quit]x[/]",
    "[@click=app.bell()]press[/@click]",
    "[/b]",
    "[b]never closed",
    "[link=https://example.org]click[/link]",
    "[on red]alarm[/]",
    "[team]",
    "\\[b]half escaped",
    "$x {x} {0} {x.__class__} {x[0]} %s %(x)s",
    "{{ 7 * 7 }}{% include 'x' %}",
]
CONTROLS = [
    f"{ESC}]52;c;ZWNobyBib28=\x07",
    f"{ESC}]0;new title\x07",
    f"{ESC}]8;;https://example.org{ESC}\\link{ESC}]8;;{ESC}\\",
    f"{ESC}[2J{ESC}[H",
    f"{ESC}[31mred{ESC}[0m",
    f"{ESC}P+q544e{ESC}\\",
    "\x9b2J\x9d0;title\x9c",
    "\x85next\x90line",
    "back\x08\x08\x08space\x7f",
    "null\x00byte",
    "one\rtwo\r\nthree\u2028four\u2029five",
    "tab\tbell\x07form\x0cfeed\x0bvertical",
    "lone \ud800 surrogate \udfff",
]
HIDDEN = [
    "\u202egnp.exe\u202c",
    "\u2066isolated\u2069\u200f\u200e\u061c",
    "zero\u200bwidth\u200cjoin\u200der\ufeff\u2060",
    "tags \U000e0041\U000e0042\U000e007f",
    "private \ue000\U000f0000\U0010fffd",
    "nonchar \ufffe\uffff\ufdd0\U0001fffe",
    "soft\u00adhyphen \u3164filler\u115f",
    "selector \ufe0f\U000e0100",
    "annotation \ufff9a\ufffab\ufffb",
]
SHAPES = [
    "",
    " ",
    "\n\n\n",
    "x" * 50_000,
    "word " * 5_000,
    "Z" + "\u0301\u0317\u0489" * 200,
    "\u0301\u0301\u0301\u0301\u0301\u0301leading marks",
    "\u6f22\u5b57" * 40,
    "\uff37\uff29\uff24\uff25",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1ee\U0001f1e9",
    "\ufdfa\ufb2c\u0958\u2126\u1100\u1161\u11a8",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
]
ELSEWHERE = [
    '=HYPERLINK("https://example.org","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "../../etc/passwd",
    "C:\\Windows\\CON",
    "CON",
    "a/b\x00c",
    "-rf",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>",
    "]]>&lt;!--",
    "; rm -rf ~",
    "$(id) `id`",
    "' OR 1=1 --",
    "- !!python/object:os.system [id]",
    "__import__('os')",
]

HOSTILE = MARKUP + CONTROLS + HIDDEN + SHAPES + ELSEWHERE
