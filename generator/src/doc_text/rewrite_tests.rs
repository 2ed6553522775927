use super::super::doc_lines;

const CASES: &[(&str, &[&str])] = &[
    ("", &[]),
    (" \n\t\n", &[]),
    (
        "One *two* **three** `four`.",
        &["One *two* **three** `four`."],
    ),
    ("a\n\n\n\n\nb", &["a", "", "b"]),
    ("    a\n    b", &["a", "b"]),
    ("a\n\n    code", &["a", "", "```text", "code", "```"]),
    (
        "```rust,should_panic\nfn main() {}\n```",
        &["```text", "fn main() {}", "```"],
    ),
    ("~~~\n```\n~~~", &["````text", "```", "````"]),
    (
        "- a\n  ```json\n  {}",
        &["- a", "", "  ```text", "  {}", "  ```"],
    ),
    ("> ```\n> a", &["> ```text", "> a", "> ```"]),
    ("unclosed ` and ``", &[r"unclosed \` and \`\`"]),
    ("see <id> and Vec<String>", &[r"see \<id> and Vec\<String>"]),
    ("a<!-- b -->c", &["ac"]),
    ("<!--\n\nb\n\n-->\n\nc", &["c"]),
    (
        "<p>a <b>b</b></p><ul><li>c</li><li><code>d_e</code></ul>f",
        &["a **b**", "", "- c", "- `d_e`", "", "f"],
    ),
    ("a<br>b<br/><br/>c", &[r"a\", "b", "", "c"]),
    (
        "<a href=\"https://a.b\">c</a> <a href='#x'>d</a>",
        &["[c](https://a.b) d"],
    ),
    (
        "[a](https://b.c) [d](#e) [f] [g][h]",
        &[r"[a](https://b.c) d \[f\] \[g\]\[h\]"],
    ),
    ("[a]\n\n[a]: https://b.c", &["[a](https://b.c)"]),
    (
        "![a](https://b.c/d.png) ![e](f.png)",
        &["[a](https://b.c/d.png) e"],
    ),
    (
        "so! [a](https://b.c) [![d](https://e)](https://f)",
        &["so! [a](https://b.c) [d](https://f)"],
    ),
    (
        "at https://a.b/c, and <https://d.e>",
        &["at <https://a.b/c>, and <https://d.e>"],
    ),
    (
        "# A #\ntext\n===\n### B",
        &["#### A", "", "#### text", "", "###### B"],
    ),
    ("a\n\n---\n\nb", &["a", "", "***", "", "b"]),
    ("a /* b */ c", &[r"a /\* b \*/ c"]),
    ("- a\n  - b\n- c\n\nd", &["- a", "  - b", "- c", "", "d"]),
    ("- a\n\n  b\n- c", &["- a", "", "  b", "", "- c"]),
    ("3. a\n4. b", &["3. a", "4. b"]),
    ("- [ ] a\n- [x] b", &["- ☐ a", "- ☑ b"]),
    (
        "|a|b|\n|-|:-:|\n|`x\\|y`|1|",
        &["| a | b |", "| --- | :-: |", r"| `x\|y` | 1 |"],
    ),
    ("a\\\nb  \nc", &["a\\", "b\\", "c"]),
    ("-\n-", &[]),
    ("a\n-", &["##### a"]),
    (
        "<b>a<br></b>b <a href='https://c.d'>e<br></a>",
        &[r"**a**\", "b [e](https://c.d)"],
    ),
    ("a[^1]\n\n[^1]: b", &[r"a\[^1\]", "", r"\[^1\]: b"]),
    ("a&#x202e;&#10;# b", &["a", r"\# b"]),
    ("x\u{202e}y\u{0}z", &["xyz"]),
];

#[test]
fn rewrites_descriptions() {
    for (text, lines) in CASES {
        assert_eq!(doc_lines(text), *lines, "{text:?}");
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    const SIZE: usize = 250_000;
    for part in [
        "<b>", ">", "- ", "*a ", "_a", "`", "[", "](", "<!--", "<a ", "&", "\\", "![", "~~~\n",
        "http://", ").", "|", "\n> a",
    ] {
        let lines = doc_lines(&part.repeat(SIZE / part.len()));
        let size: usize = lines.iter().map(String::len).sum();
        assert!(size < 20 * SIZE, "{part:?} grows to {size}");
    }
}

#[test]
fn rewriting_again_changes_nothing() {
    for (text, _) in CASES {
        let once = doc_lines(text);
        let again = doc_lines(&once.join("\n"));
        let without_level = |lines: &[String]| lines.join("\n").replace('#', "");
        assert_eq!(without_level(&again), without_level(&once), "{text:?}");
    }
}
