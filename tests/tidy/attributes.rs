//! No lint is switched off at large.

use quote::ToTokens;
use syn::visit::{Visit, visit_attribute};
use syn::{AttrStyle, Attribute};

use crate::sources::{Source, clients, demand_none, rust};

const GROUPS: &[&str] = &[
    "clippy::all",
    "clippy::pedantic",
    "clippy::restriction",
    "warnings",
    "unused",
    "missing_docs",
    "unsafe_code",
];

#[test]
fn no_lint_is_allowed_at_large() {
    let own = [
        "generator/cli/src",
        "generator/src",
        "generator/runtime/src",
        "xtask",
    ];
    let folders = own.into_iter().map(str::to_owned).chain(clients());
    let breaches: Vec<String> = folders
        .flat_map(|folder| rust(&folder))
        .flat_map(|source| breaches(&source))
        .collect();
    demand_none("a lint is allowed for one item, with a reason", &breaches);
}

fn breaches(source: &Source) -> Vec<String> {
    let file =
        syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let mut blanket = Blanket { found: Vec::new() };
    blanket.visit_file(&file);
    blanket
        .found
        .iter()
        .map(|attribute| format!("{}: {attribute}", source.path))
        .collect()
}

struct Blanket {
    found: Vec<String>,
}

impl<'ast> Visit<'ast> for Blanket {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if is_blanket(attribute) {
            self.found.push(attribute.to_token_stream().to_string());
        }
        visit_attribute(self, attribute);
    }
}

/// Allowed for a whole module, or a group of lints.
fn is_blanket(attribute: &Attribute) -> bool {
    if !attribute.path().is_ident("allow") {
        return false;
    }
    let text = attribute.to_token_stream().to_string().replace(' ', "");
    let mut lints = text.split(['(', ',', ')']);
    matches!(attribute.style, AttrStyle::Inner(_)) || lints.any(|lint| GROUPS.contains(&lint))
}
