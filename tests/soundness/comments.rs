//! Doc comments, read as rustdoc reads them.

use clientsmith::package::MARKER;
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag};

use super::literals::docs;

/// How every example of ours begins; no other block is compiled by rustdoc.
const EXAMPLE: &str = "no_run";

/// Names in brackets that our own texts use.
const LINKED: &[&str] = &[
    "`ApiError`",
    "`Client`",
    "`Error`",
    "`Error::Api`",
    "`models`",
    "`Client::from_env`",
    "`ClientBuilder::base_url`",
    "`ClientBuilder`",
    "`RetryPolicy`",
    "`Request`",
    "`Response`",
];

/// Demands that the doc comments of a Rust file hold no code to compile but our example, no HTML and no dead link.
pub fn check(case: &str, path: &str, text: &str) {
    let examples: usize = docs(text)
        .iter()
        .map(|doc| examples_in(case, path, doc))
        .sum();
    let most = usize::from(path == "src/lib.rs");
    assert!(examples <= most, "{case}: {examples} examples in {path}");
}

/// Demands the same of a page beside the code.
pub fn check_page(case: &str, path: &str, text: &str) {
    for event in Parser::new_ext(text, options()) {
        let ours = matches!(&event, Event::Html(text) if text.contains(MARKER));
        assert!(
            ours || !is_html(&event),
            "{case}: HTML in {path}: {event:?}"
        );
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

fn examples_in(case: &str, path: &str, doc: &str) -> usize {
    let mut dead = Vec::new();
    let mut note = |link: BrokenLink<'_>| {
        dead.push(link.reference.to_string());
        None
    };
    let parser = Parser::new_with_broken_link_callback(doc, options(), Some(&mut note));
    let examples = parser.filter(|event| is_example(case, path, event)).count();
    dead.retain(|name| !LINKED.contains(&name.as_str()));
    assert!(
        dead.is_empty(),
        "{case}: dead links in {path}: {dead:?}\n{doc}"
    );
    examples
}

fn is_example(case: &str, path: &str, event: &Event<'_>) -> bool {
    assert!(!is_html(event), "{case}: HTML in {path}: {event:?}");
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            panic!("{case}: an indented block in {path}, which rustdoc compiles")
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => match info.as_ref() {
            EXAMPLE => true,
            "text" => false,
            other => panic!("{case}: a block of `{other}` in {path}"),
        },
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            let known = [
                "http://",
                "https://",
                "mailto:",
                "crate::",
                "#",
                "field@Self::",
            ];
            let known =
                known.iter().any(|start| dest_url.starts_with(start)) || !dest_url.contains(':');
            assert!(known, "{case}: a link to {dest_url} in {path}");
            false
        }
        _ => false,
    }
}

fn is_html(event: &Event<'_>) -> bool {
    matches!(event, Event::Html(_) | Event::InlineHtml(_))
}
