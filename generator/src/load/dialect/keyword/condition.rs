//! Keywords that no type can express: conditions and the like.

use serde::Serializer;
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

/// No more bytes than one character more has.
const LONGEST_IN_BYTES: usize = 4 * (LONGEST + 1);

/// The extension that keeps the conditions, for those who compare documents.
pub(crate) const CONDITIONS: &str = "x-clientsmith-conditions";

/// Tells the conditions in the description, and lists the properties that only they mention.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let told = TOLD.iter().filter(|key| members.contains_key(**key));
    let told: Vec<&str> = told.copied().collect();
    if told.is_empty() {
        return;
    }
    let rules = rules(members, &told);
    for branch in BRANCHES {
        list_properties(members, branch, trail, report);
    }
    let removed = told
        .into_iter()
        .filter_map(|key| members.shift_remove_entry(key));
    let conditions: Map<String, Value> = removed.collect();
    tell(members, &rules);
    members.insert(CONDITIONS.to_owned(), Value::Object(conditions));
}

/// The beginning of the conditions as JSON: where they are nested, each level would have all of the next in it.
fn rules(members: &Map<String, Value>, told: &[&str]) -> String {
    let mut buffer = [0; LONGEST_IN_BYTES];
    let mut rest = buffer.as_mut_slice();
    let entries = told
        .iter()
        .filter_map(|key| Some((key, members.get(*key)?)));
    // What does not fit ends it with an error, and what fitted is all there is to tell.
    let _ = serde_json::Serializer::pretty(&mut rest).collect_map(entries);
    let written = LONGEST_IN_BYTES - rest.len();
    let text = String::from_utf8_lossy(buffer.get(..written).unwrap_or_default());
    if text.chars().count() <= LONGEST {
        return text.into_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

fn tell(members: &mut Map<String, Value>, rules: &str) {
    const LEAD: &str = "Values also have to follow these rules, which the type does not express:";
    let description = members
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
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
