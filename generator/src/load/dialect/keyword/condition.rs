//! Keywords that no type can express: conditions and the like.

use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that are told in the description (JSON Schema 2020-12, sections 10.2.1, 10.2.2, 10.3, 11; Validation,
/// section 6).
const TOLD: &[&str] = &[
    "not",
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "dependentRequired",
    "dependentSchemas",
    "propertyNames",
];

/// Parts of conditions whose properties an object can have.
const BRANCHES: &[&str] = &["then", "else"];

/// How many characters of conditions are told.
const LONGEST: usize = 600;

/// Tells the conditions in the description, and lists the properties that only they mention.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let told: Map<String, Value> = TOLD
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), members.get(*key)?.clone())))
        .collect();
    if told.is_empty() {
        return;
    }
    for branch in BRANCHES {
        list_properties(members, branch, trail, report);
    }
    for key in told.keys() {
        members.shift_remove(key);
    }
    let text = serde_json::to_string_pretty(&Value::Object(told)).unwrap_or_default();
    tell(members, &text);
}

fn tell(members: &mut Map<String, Value>, text: &str) {
    const LEAD: &str = "Values also have to follow these rules, which the type does not express:";
    let description = members
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let rules = if text.chars().count() > LONGEST {
        let mut rules: String = text.chars().take(LONGEST).collect();
        rules.push('…');
        rules
    } else {
        text.to_owned()
    };
    let description = format!("{description}\n\n{LEAD}\n\n```json\n{rules}\n```");
    members.insert(
        "description".to_owned(),
        Value::from(description.trim_start()),
    );
}

/// Adds the properties that `branch` has and the schema has not; none of them is required.
fn list_properties(
    members: &mut Map<String, Value>,
    branch: &str,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let listed = members
        .get_mut(branch)
        .and_then(|branch| branch.get_mut("properties"))
        .and_then(Value::as_object_mut)
        .map(std::mem::take)
        .unwrap_or_default();
    if listed.is_empty() {
        return;
    }
    let own = members
        .entry("properties")
        .or_insert_with(|| Value::Object(Map::new()));
    let Some(own) = own.as_object_mut() else {
        return;
    };
    let (new, old) = (
        trail.member("properties").pointer(),
        trail.member(branch).pointer().child("properties"),
    );
    for (name, property) in listed {
        if !own.contains_key(&name) {
            report.origins.moved(new.child(&name), &old.child(&name));
            own.insert(name, property);
        }
    }
}
