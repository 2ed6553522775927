//! The codes of diagnostics.

use std::collections::{BTreeMap, BTreeSet};

use clientsmith::diagnostics::Severity;
use syn::visit::{Visit, visit_expr_call, visit_expr_struct};
use syn::{Expr, ExprCall, ExprStruct, Lit};

use crate::sources::{Source, demand_none, files, rust};
use crate::words::production;

/// Codes that no golden case shows, and why.
const UNSHOWN: &[(&str, &str)] = &[
    ("text-encoding", "a case is a text in UTF-8"),
    (
        "dynamic-references",
        "a case would have thousands of schemas",
    ),
    ("emission-failed", "no document is known to reach it"),
    ("document-too-large", "a case would have 64 MB"),
    (
        "document-too-many-values",
        "a case would have millions of values",
    ),
    ("module-recursion-limit", "a case is a crate"),
    ("settings-syntax", "golden cases are of documents"),
];

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let mut breaches = Vec::new();
    for (id, places) in ids() {
        let kebab = id.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        });
        if !kebab || places.len() > 1 {
            breaches.push(format!("{id}: {}", places.join(", ")));
        }
    }
    demand_none("a code has a unique name in kebab-case", &breaches);
}

#[test]
fn every_code_is_shown_by_a_golden_case() {
    let shown: Vec<Source> = files("tests/cases", &["txt"]);
    let is_shown = |id: &str| {
        shown
            .iter()
            .any(|source| source.text.contains(&format!("[{id}]")))
    };
    let excepted: BTreeSet<&str> = UNSHOWN.iter().map(|(id, _)| *id).collect();
    let ids = ids();
    let unshown = ids
        .keys()
        .filter(|id| !excepted.contains(id.as_str()) && !is_shown(id));
    demand_none(
        "a golden case shows every code",
        &unshown.cloned().collect::<Vec<_>>(),
    );
    let obsolete = excepted
        .iter()
        .filter(|id| is_shown(id) || !ids.contains_key(**id));
    demand_none(
        "exceptions are needed",
        &obsolete.map(ToString::to_string).collect::<Vec<_>>(),
    );
}

/// The ids of all codes, each with the files that define it.
fn ids() -> BTreeMap<String, Vec<String>> {
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in rust("generator/src") {
        let mut definitions = Definitions { ids: Vec::new() };
        for item in &production(&source) {
            definitions.visit_item(item);
        }
        for id in definitions.ids {
            ids.entry(id).or_default().push(source.path.clone());
        }
    }
    assert!(!ids.is_empty(), "no code was found");
    ids
}

#[test]
fn every_code_is_in_the_list_of_all() {
    let listed: Vec<&str> = clientsmith::codes().map(|code| code.id).collect();
    let ids = ids();
    let differing: Vec<String> = ids
        .keys()
        .filter(|id| listed.iter().filter(|listed| listed == id).count() != 1)
        .cloned()
        .collect();
    demand_none("`clientsmith::codes` gives every code once", &differing);
    assert_eq!(listed.len(), ids.len(), "and no other");
}

/// Words that a reader of diagnostics would have to decode, and what to write instead.
const ODD_WORDS: &[(&str, &str)] = &[
    (" mend", "correct"),
    ("leads nowhere", "does not exist"),
    ("is left out", "is ignored"),
    ("is no ", "is not a"),
    ("says nothing", "has no effect"),
    ("stands", "is"),
    ("taken and given", "passed through"),
    ("texts", "strings"),
    ("true or false", "a boolean"),
];

/// Diagnostics read like those of rustc: lower case, one clause, no full stop, the words of the specifications.
#[test]
fn diagnostics_are_plain() {
    let mut odd = Vec::new();
    for (id, text) in of_codes().chain(shown().flat_map(Shown::texts)) {
        let is_lower = !text.starts_with(char::is_uppercase)
            || SPELLED_SO.iter().any(|word| text.starts_with(word));
        if !is_lower || text.ends_with('.') {
            odd.push(format!(
                "{id}: `{text}` begins in lower case and has no full stop"
            ));
        }
        let outside_code: String = text.split('`').step_by(2).collect();
        if outside_code.contains(';') || outside_code.contains(". ") {
            odd.push(format!(
                "{id}: `{text}` is one clause: what the client does is a note, what to do is help"
            ));
        }
        let words = ODD_WORDS.iter().filter(|(word, _)| text.contains(word));
        odd.extend(
            words.map(|(word, better)| {
                format!("{id}: `{text}`: instead of `{word}` write `{better}`")
            }),
        );
    }
    demand_none("diagnostics are plain", &odd);
}

/// A warning is about a client that is generated: what the client does instead is its note. That of a code which no
/// golden case shows has to be the note of the code.
#[test]
fn every_warning_has_a_note() {
    let is_unshown = |id: &str| UNSHOWN.iter().any(|(unshown, _)| *unshown == id);
    let codes = clientsmith::codes().filter(|code| code.severity == Severity::Warning);
    let without = codes.filter(|code| code.note.is_none() && is_unshown(code.id));
    let mut breaches: Vec<String> = without.map(|code| code.id.to_owned()).collect();
    let warnings = shown().filter(|shown| shown.is_warning && shown.note.is_none());
    breaches.extend(warnings.map(|shown| format!("{}: {}", shown.id, shown.message)));
    demand_none("every warning has a note", &breaches);
}

/// Names that begin with a capital wherever they are.
const SPELLED_SO: &[&str] = &["OpenAPI", "HTTP", "Swagger"];

/// The notes and helps of the codes.
fn of_codes() -> impl Iterator<Item = (String, String)> {
    clientsmith::codes().flat_map(|code| {
        let texts = code.note.into_iter().chain([code.help]);
        texts.map(|text| (code.id.to_owned(), text.to_owned()))
    })
}

/// A diagnostic in the expected output of a golden case.
#[derive(Default)]
struct Shown {
    id: String,
    is_warning: bool,
    message: String,
    note: Option<String>,
    help: String,
}

impl Shown {
    fn texts(self) -> impl Iterator<Item = (String, String)> {
        let texts = [Some(self.message), self.note, Some(self.help)];
        texts
            .into_iter()
            .flatten()
            .map(move |text| (self.id.clone(), text))
    }
}

/// The diagnostics that golden cases show with source lines.
fn shown() -> impl Iterator<Item = Shown> {
    let texts = files("tests/cases", &["txt"]).into_iter();
    let texts = texts.filter(|source| {
        source.path.ends_with("/warnings.txt") || source.path.ends_with("/errors.txt")
    });
    let shown: Vec<Shown> = texts.flat_map(|source| parse(&source.text)).collect();
    assert!(!shown.is_empty(), "no diagnostic was found");
    shown.into_iter()
}

/// The diagnostics of a report: a line `warning[code]`, the message, the source line, and lines that begin with `note:`
/// and `help:`. Lines that are too long are broken.
fn parse(report: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    // What the next line continues.
    let mut part = "";
    for line in report.lines() {
        if let Some(id) = line
            .strip_suffix(']')
            .and_then(|line| line.split_once('['))
            .filter(|(severity, _)| ["warning", "error"].contains(severity))
        {
            found.push(Shown {
                id: id.1.to_owned(),
                is_warning: id.0 == "warning",
                ..Shown::default()
            });
            part = "";
            continue;
        }
        let Some(last) = found.last_mut() else {
            continue;
        };
        let text = line.trim_start();
        let begun = [
            ("message", "⚠ "),
            ("message", "× "),
            ("note", "note: "),
            ("help", "help: "),
        ]
        .into_iter()
        .find_map(|(name, mark)| Some((name, text.strip_prefix(mark)?)));
        let text = match begun {
            Some((name, text)) => {
                part = name;
                text
            }
            None if text.is_empty() || text.starts_with('╭') => {
                part = "";
                continue;
            }
            None => text.trim_start_matches("│ "),
        };
        let whole = match part {
            "message" => &mut last.message,
            "note" => last.note.get_or_insert_default(),
            "help" => &mut last.help,
            _ => continue,
        };
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(text);
    }
    found
}

struct Definitions {
    ids: Vec<String>,
}

impl<'ast> Visit<'ast> for Definitions {
    /// `Code { id: "...", .. }`
    fn visit_expr_struct(&mut self, expression: &'ast ExprStruct) {
        if last_word(&expression.path) == "Code" {
            let named = |field: &&syn::FieldValue| matches!(&field.member, syn::Member::Named(name) if name == "id");
            self.ids.extend(
                expression
                    .fields
                    .iter()
                    .find(named)
                    .and_then(|field| string(&field.expr)),
            );
        }
        visit_expr_struct(self, expression);
    }

    /// `Code::error("...", ..)` and `Code::warning("...", ..)`.
    fn visit_expr_call(&mut self, expression: &'ast ExprCall) {
        if let Expr::Path(function) = &*expression.func
            && function.path.segments.len() == 2
            && function
                .path
                .segments
                .first()
                .is_some_and(|first| first.ident == "Code")
        {
            self.ids.extend(expression.args.first().and_then(string));
        }
        visit_expr_call(self, expression);
    }
}

fn last_word(path: &syn::Path) -> String {
    path.segments
        .last()
        .map(|segment| segment.ident.to_string())
        .unwrap_or_default()
}

fn string(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
