//! The codes of diagnostics.

use std::collections::{BTreeMap, BTreeSet};

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

/// Diagnostics read like those of rustc: lower case, no full stop, the words of the specifications.
#[test]
fn diagnostics_are_plain() {
    let helps = clientsmith::codes().map(|code| (code.id, code.help.to_owned()));
    let mut odd = Vec::new();
    for (id, help) in helps.chain(messages()) {
        let is_lower = !help.starts_with(char::is_uppercase)
            || SPELLED_SO.iter().any(|word| help.starts_with(word));
        if !is_lower || help.ends_with('.') {
            odd.push(format!(
                "{id}: `{help}` begins in lower case and has no full stop"
            ));
        }
        let words = ODD_WORDS.iter().filter(|(word, _)| help.contains(word));
        odd.extend(
            words.map(|(word, better)| {
                format!("{id}: `{help}`: instead of `{word}` write `{better}`")
            }),
        );
    }
    demand_none("diagnostics are plain", &odd);
}

/// Names that begin with a capital wherever they are.
const SPELLED_SO: &[&str] = &["OpenAPI", "HTTP", "Swagger"];

/// The messages in the expected output of the golden cases, as they are before lines are broken.
fn messages() -> impl Iterator<Item = (&'static str, String)> {
    let shown = files("tests/cases", &["txt"]).into_iter();
    let shown = shown.filter(|source| {
        source.path.ends_with("warnings.txt") || source.path.ends_with("errors.txt")
    });
    shown.flat_map(|source| {
        let lines = source.text.lines().map(str::trim_start);
        let messages =
            lines.filter_map(|line| line.strip_prefix("⚠ ").or_else(|| line.strip_prefix("× ")));
        messages
            .map(|message| ("a message", message.to_owned()))
            .collect::<Vec<_>>()
    })
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

    /// `Code::error("...", ..)`, and `error("...", ..)` of a file of codes.
    fn visit_expr_call(&mut self, expression: &'ast ExprCall) {
        if let Expr::Path(function) = &*expression.func
            && ["error", "warning"].contains(&last_word(&function.path).as_str())
            && expression.args.len() == 2
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
