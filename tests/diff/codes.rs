//! Which kinds of changes the cases show.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use clientsmith::diff::codes;

use crate::case::{self, Case};

/// Codes that no case shows, and why.
const UNSHOWN: &[(&str, &str)] = &[(
    "comparison-incomplete",
    "a case would have millions of schemas",
)];

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let mut seen = BTreeSet::new();
    for code in codes() {
        let is_kebab =
            |part: &str| !part.is_empty() && part.chars().all(|it| it.is_ascii_lowercase());
        assert!(code.id.split('-').all(is_kebab), "{}", code.id);
        assert!(seen.insert(code.id), "{} twice", code.id);
    }
}

#[test]
fn every_code_is_shown_by_a_case_of_its_name() {
    let shown = shown();
    for code in codes() {
        let is_excepted = UNSHOWN.iter().any(|(id, _)| *id == code.id);
        let is_shown = shown
            .get(code.id)
            .is_some_and(|cases| cases.iter().any(|case| is_of(case, code.id)));
        assert!(is_shown != is_excepted, "{}", code.id);
    }
}

/// Whether a case, or the folder that groups it, is called after a code.
fn is_of(case: &str, id: &str) -> bool {
    case.split('/').next() == Some(id)
}

/// A change whose verdict depends on the direction is shown in both.
#[test]
fn every_verdict_is_shown() {
    let reports: Vec<_> = case::all().iter().map(Case::report).collect();
    let entries = || reports.iter().flat_map(|report| &report.changes);
    for code in codes().filter(|code| code.request != code.response) {
        for verdict in [code.request, code.response] {
            let is_shown = entries().any(|entry| entry.code == code && entry.verdict == verdict);
            assert!(is_shown, "{} as {verdict}", code.id);
        }
    }
}

/// The page about all codes is what the table of codes says.
#[test]
fn the_page_lists_every_code() {
    let path = clientsmith_tests::root().join("tests/diff/README.md");
    let page = page();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), page);
}

const PAGE: &str = "# Kinds of changes

What `cargo xtask diff` and `clientsmith diff` can say of two documents. The verdicts are about clients in any language
that were written for the old document: where they send what changed, and where they receive it. In callbacks and
webhooks the server sends the requests. Where the two differ and values go both ways, the worse one counts. Each kind
links to an example.

| Kind | What changed | In requests | In responses |
|---|---|---|---|
";

/// What stands below the table.
const DIFFERENCES: &str = "
Notes are said of a report as a whole, and count for nothing unless `[diff.severity]` says so: `api-version-not-bumped`,
`names-kept`, `accept-unused` and `accept-expired`.

## Where verdicts differ from those of oasdiff

Most verdicts are those of [oasdiff](https://github.com/oasdiff/oasdiff) 1.30 and later, where `ERR` is breaking, `WARN`
is risky and `INFO` is compatible. These are not:

| What changed | oasdiff | Here | Why |
|---|---|---|---|
| a value was added to an enumeration in a response | ERR | risky | generated clients decode values that are not listed |
| an optional property of a response was removed | INFO | risky | what was always sent can be relied on, though it is optional |
| a default in a request was changed | INFO | risky | requests that leave the value out mean something else |
| a pattern was replaced by another one | WARN or ERR | risky | which of two patterns admits more is not decided |
| an `operationId` was changed | INFO or ERR | compatible | it is not sent; the crate's level is major |
| a header of a response was removed | ERR or INFO | risky | generated clients do not require headers |
| an error response was removed | ERR or INFO | compatible | clients handle any error status |
";

fn page() -> String {
    let rows = codes().map(|code| {
        let kind = if UNSHOWN.iter().any(|(id, _)| *id == code.id) {
            format!("`{}`", code.id)
        } else {
            format!("[`{0}`](cases/{0})", code.id)
        };
        format!(
            "| {kind} | {} | {} | {} |\n",
            code.meaning, code.request, code.response
        )
    });
    PAGE.to_owned() + &rows.collect::<String>() + DIFFERENCES
}

/// The codes in all reports, each with the names of the cases.
fn shown() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut shown: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for case in case::all() {
        let report = case.report();
        let changes = report.changes.iter().map(|change| change.code.id);
        for id in changes.chain(report.notes.iter().map(|note| note.code.id)) {
            shown.entry(id).or_default().insert(case.name());
        }
    }
    shown
}
