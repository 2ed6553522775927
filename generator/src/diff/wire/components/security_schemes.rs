//! Ways to authenticate (OpenAPI 3.0.3, Security Scheme Object).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::codes::changes::{
    ChangeCode, OAUTH_FLOWS_CHANGED, SECURITY_SCHEME_ADDED, SECURITY_SCHEME_CHANGED,
    SECURITY_SCHEME_REMOVED, SECURITY_SCHEME_RENAMED,
};
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::node::Node;
use crate::diff::wire::{Presence, texts, words};

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
        let Some((is, node)) = counterpart else {
            let places = (
                Presence::At(scheme.at),
                Presence::Missing(new.at.child("components")),
            );
            let (code, what) = (&SECURITY_SCHEME_REMOVED, "was removed");
            alone(comparison, code, places, (old, name), what);
            continue;
        };
        let what = format!("is called {}", words::code(is));
        let places = (Presence::At(scheme.at), Presence::At(node.at));
        report(comparison, &SECURITY_SCHEME_RENAMED, places, name, &what);
    }
    for (name, scheme) in after {
        let places = (
            Presence::Missing(old.at.child("components")),
            Presence::At(scheme.at),
        );
        let (code, what) = (&SECURITY_SCHEME_ADDED, "was added");
        alone(comparison, code, places, (new, name), what);
    }
}

/// Reports a scheme that only one document has, whose root is given, unless it is told already that credentials of this
/// scheme are taken, or not any more.
fn alone(
    comparison: &mut Comparison<'_>,
    code: &'static ChangeCode,
    places: (Presence, Presence),
    (root, name): (&Node<'_>, &str),
    what: &str,
) {
    let is_new = places.1.present().is_some();
    let mut findings = comparison.findings.iter_mut();
    let told = findings.find(|finding| {
        let spot = if is_new { &finding.new } else { &finding.old };
        let node = spot
            .present()
            .and_then(|at| Node::find(root.document(), at));
        finding.code.id.starts_with("security-") && node.is_some_and(|node| names(&node, name))
    });
    match told {
        Some(finding) => finding.also.push(places),
        None => report(comparison, code, places, name, what),
    }
}

/// Returns whether a Security Requirement Object, or one in a list of them, names a scheme.
fn names(requirement: &Node<'_>, name: &str) -> bool {
    let elements = requirement.elements();
    let mut all = elements.iter().chain([requirement]);
    all.any(|node| node.value.get(name).is_some())
}

/// Returns what tells a scheme from others, whatever its name: how credentials are sent.
pub(in crate::diff::wire) fn signature(scheme: &Node<'_>) -> String {
    let scheme = scheme.resolved();
    let text = |key| scheme.text(key).unwrap_or_default();
    let name = match text("in") {
        "header" => text("name").to_lowercase(),
        _ => text("name").to_owned(),
    };
    let (kind, place) = (text("type").to_lowercase(), text("in"));
    // A scheme of HTTP can stand for the type.
    let (kind, way) = match kind.as_str() {
        "basic" | "bearer" => ("http", kind.clone()),
        kind => (kind, text("scheme").to_lowercase()),
    };
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
    places: (Presence, Presence),
    name: &str,
    what: &str,
) {
    comparison.report(Reach::WHOLE, code, places, || {
        format!("security scheme {} {what}", words::code(name))
    });
}

fn compare_one(comparison: &mut Comparison<'_>, name: &str, old: &Node<'_>, new: &Node<'_>) {
    let (old, new) = (old.resolved(), new.resolved());
    texts::compare(comparison, &old, &new);
    let places = || (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
    if signature(&old) != signature(&new) {
        let what = "is sent in another way";
        report(comparison, &SECURITY_SCHEME_CHANGED, places(), name, what);
    } else if flows(&old) != flows(&new) {
        let what = "has other flows, addresses or scopes";
        report(comparison, &OAUTH_FLOWS_CHANGED, places(), name, what);
    }
}

/// Returns the flows of OAuth without the descriptions of scopes.
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
