//! The last pass: what schemas spell in their own way, and where references lead.

use serde_json::{Map, Value, json};

use super::targets::{Targets, Wanted};
use crate::load::grammar::Kind;
use crate::load::trail::Trail;
use crate::load::walk::walk;

/// Upgrades all schemas of `root` (Swagger 2.0, Schema Object), which has the shape of OpenAPI 3.0 by now, and lets
/// all references lead to where their targets are.
pub(super) fn upgrade_all(root: &mut Value, targets: &Targets<'_>) {
    walk(root, Kind::Document, &Trail::Root, &mut |value, kind, _| {
        if let Value::Object(members) = value {
            upgrade(members, kind, targets);
        }
    });
}

fn upgrade(members: &mut Map<String, Value>, kind: Kind, targets: &Targets<'_>) {
    if kind != Kind::Schema {
        return rewrite(members, targets, Wanted::Other);
    }
    rewrite(members, targets, Wanted::Schema);
    respell(members);
}

/// Upgrades what a schema spells in its own way.
pub(super) fn respell(members: &mut Map<String, Value>) {
    discriminator(members);
    nullable(members);
    file(members);
}

/// Lets a reference lead to where its target is now.
fn rewrite(members: &mut Map<String, Value>, targets: &Targets<'_>, wanted: Wanted) {
    if let Some(Value::String(reference)) = members.get_mut("$ref")
        && let Some(rewritten) = targets.rewritten(reference, wanted)
    {
        *reference = rewritten;
    }
}

/// A name alone: the property that tells the name of a definition.
fn discriminator(members: &mut Map<String, Value>) {
    if let Some(discriminator @ Value::String(_)) = members.get_mut("discriminator") {
        let name = discriminator.take();
        *discriminator = json!({ "propertyName": name });
    }
}

fn nullable(members: &mut Map<String, Value>) {
    if members.get("x-nullable") == Some(&Value::Bool(true)) {
        members.entry("nullable").or_insert(Value::Bool(true));
    }
}

fn file(members: &mut Map<String, Value>) {
    if members.get("type") == Some(&Value::from("file")) {
        members.insert("type".to_owned(), Value::from("string"));
        members.insert("format".to_owned(), Value::from("binary"));
    }
}
