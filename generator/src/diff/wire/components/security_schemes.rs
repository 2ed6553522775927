//! Ways to authenticate (OpenAPI 3.0.3, Security Scheme Object).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diff::wire::Spot;
use crate::diff::wire::codes::{
    ChangeCode, OAUTH_FLOWS_CHANGED, SECURITY_SCHEME_ADDED, SECURITY_SCHEME_CHANGED,
    SECURITY_SCHEME_REMOVED, SECURITY_SCHEME_RENAMED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::node::Node;
use crate::diff::wire::{texts, words};

/// Compares the security schemes: those with the same name, then those that are sent in the same way.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: &Node<'_>, new: &Node<'_>) {
    let (before, mut after) = (schemes(old), schemes(new));
    let mut gone = Vec::new();
    for (name, scheme) in before {
        match after.remove(name) {
            Some(counterpart) => compare_one(comparison, name, &scheme, &counterpart),
            None => gone.push((name, scheme)),
        }
    }
    for (name, scheme) in gone {
        let mut alike = after
            .iter()
            .filter(|(_, other)| signature(other) == signature(&scheme));
        let counterpart = alike.next().map(|(name, _)| *name);
        let counterpart = counterpart.and_then(|name| Some((name, after.remove(name)?)));
        let (code, spot, what) = match counterpart {
            Some((is, node)) => {
                let what = format!("is called {}", words::code(is));
                (&SECURITY_SCHEME_RENAMED, Spot::At(node.at), what)
            }
            None => {
                let missing = Spot::Missing(new.at.child("components"));
                (&SECURITY_SCHEME_REMOVED, missing, "was removed".to_owned())
            }
        };
        report(comparison, code, (Spot::At(scheme.at), spot), name, &what);
    }
    for (name, scheme) in after {
        let missing = Spot::Missing(old.at.child("components"));
        let places = (missing, Spot::At(scheme.at));
        report(
            comparison,
            &SECURITY_SCHEME_ADDED,
            places,
            name,
            "was added",
        );
    }
}

/// What tells a scheme from others, whatever its name: how credentials are sent.
pub(in crate::diff::wire) fn signature(scheme: &Node<'_>) -> String {
    let scheme = scheme.resolved();
    let text = |key| scheme.text(key).unwrap_or_default();
    let name = match text("in") {
        "header" => text("name").to_lowercase(),
        _ => text("name").to_owned(),
    };
    let (kind, place, way) = (text("type"), text("in"), text("scheme").to_lowercase());
    format!("{kind} {place} {name} {way} {}", text("openIdConnectUrl"))
}

fn schemes<'a>(root: &Node<'a>) -> BTreeMap<&'a str, Node<'a>> {
    let schemes = root.follow(&["components", "securitySchemes"]);
    schemes
        .iter()
        .flat_map(super::super::node::Node::all_members)
        .collect()
}

fn report(
    comparison: &mut Comparison<'_>,
    code: &'static ChangeCode,
    places: (Spot, Spot),
    name: &str,
    what: &str,
) {
    comparison.report(Reach::WHOLE, code, places, || {
        format!("security scheme {} {what}", words::code(name))
    });
}

fn compare_one(comparison: &mut Comparison<'_>, name: &str, old: &Node<'_>, new: &Node<'_>) {
    let (old, new) = (old.resolved(), new.resolved());
    texts::of(comparison, &old, &new);
    let places = || (Spot::At(old.at.clone()), Spot::At(new.at.clone()));
    if signature(&old) != signature(&new) {
        let what = "is sent in another way";
        report(comparison, &SECURITY_SCHEME_CHANGED, places(), name, what);
    } else if flows(&old) != flows(&new) {
        let what = "has other flows, addresses or scopes";
        report(comparison, &OAUTH_FLOWS_CHANGED, places(), name, what);
    }
}

/// The flows of OAuth without the descriptions of scopes.
fn flows(scheme: &Node<'_>) -> BTreeMap<String, String> {
    let flows = scheme.get("flows");
    let mut found = BTreeMap::new();
    for (flow, node) in flows.iter().flat_map(super::super::node::Node::members) {
        for (key, member) in node.members() {
            if key == "scopes" {
                for (scope, _) in member.all_members() {
                    found.insert(format!("{flow} scope {scope}"), String::new());
                }
            } else {
                let text = member.value.as_str().map(str::to_owned);
                let text = text.unwrap_or_else(|| Value::to_string(member.value));
                found.insert(format!("{flow} {key}"), text);
            }
        }
    }
    found
}
