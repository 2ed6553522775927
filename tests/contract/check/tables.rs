//! The tables of a contract have a row for everything in the document, and no other rows.

use std::collections::BTreeSet;

use serde_json::Value;

use super::envelope::envelopes;
use super::report;
use crate::contract::Contract;
use crate::document::Document;

/// Checks the tables of calls, types and enums.
pub fn tables<C: 'static>(contract: &Contract<C>) {
    let document = Document::read(contract.document);
    let operations = document
        .operations()
        .into_iter()
        .map(|operation| operation.id.to_owned());
    let mut places = BTreeSet::new();
    find_enums(document.components(), "", &mut places);
    let mut problems = compare(
        "calls",
        contract.calls.iter().map(|row| row.0),
        &operations.collect(),
    );
    problems.extend(compare(
        "types",
        contract.types.iter().map(|row| row.0),
        &names(contract, &document),
    ));
    problems.extend(compare(
        "enums",
        contract.enums.iter().map(|row| row.0),
        &places,
    ));
    report(&problems);
}

/// The named schemas that have types.
fn names<C: 'static>(contract: &Contract<C>, document: &Document) -> BTreeSet<String> {
    let envelopes = envelopes(contract, document);
    let names = document.schemas().keys().cloned();
    names.filter(|name| !envelopes.contains(name)).collect()
}

fn compare<'a>(
    table: &str,
    rows: impl Iterator<Item = &'a str>,
    wanted: &BTreeSet<String>,
) -> Vec<String> {
    let rows: BTreeSet<String> = rows.map(str::to_owned).collect();
    let missing = wanted
        .difference(&rows)
        .map(|name| format!("{table}: no row for `{name}`"));
    let unknown = rows
        .difference(wanted)
        .map(|name| format!("{table}: `{name}` is not in the document"));
    missing.chain(unknown).collect()
}

/// Adds to `places` the JSON pointer of every schema below `node`, which is at `pointer`, that has an enum.
fn find_enums(node: &Value, pointer: &str, places: &mut BTreeSet<String>) {
    match node {
        Value::Object(members) => {
            if members.get("enum").is_some_and(Value::is_array) {
                places.insert(pointer.to_owned());
            }
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                find_enums(member, &format!("{pointer}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_enums(item, &format!("{pointer}/{index}"), places);
            }
        }
        _ => {}
    }
}
