//! Which variant a value becomes that fits several on its surface.

use clientsmith_runtime::runtime::model::{
    Candidate, Kind, Union, UnmatchedValue, Value, deserialize_union,
};
use serde::Deserialize as _;
use serde_json::json;

const ANY: Candidate = Candidate::new(Kind::Object);

/// The number of the variant that a value became.
#[derive(Debug, PartialEq)]
struct Rule(usize);

const RECENT: Candidate = Candidate {
    choices: &[("type", &["recent"])],
    known: &["type", "source"],
    ..ANY
};

const COUNT: Candidate = Candidate {
    choices: &[("type", &["count", "total"])],
    known: &["type", "seconds"],
    ..ANY
};

impl Union for Rule {
    const CANDIDATES: &'static [Candidate] = &[
        Candidate {
            required: &["name"],
            known: &["name", "rule", "note"],
            members: &[("rule", RECENT)],
            ..ANY
        },
        Candidate {
            known: &["name", "rule"],
            members: &[("rule", COUNT)],
            ..ANY
        },
        Candidate {
            items: Some(&RECENT),
            ..Candidate::new(Kind::Array)
        },
        Candidate {
            items: Some(&COUNT),
            ..Candidate::new(Kind::Array)
        },
    ];

    const VARIANTS: &'static [&'static str] = &[];

    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error> {
        // Decoding has the last word.
        match value.get("rule") {
            Some(Value::Bool(_)) if place == 0 => String::deserialize(value).map(|_| Self(place)),
            _ => Ok(Self(place)),
        }
    }

    fn other(_: UnmatchedValue) -> Self {
        Self(usize::MAX)
    }
}

fn check(value: &Value, variant: usize) {
    let found = deserialize_union::<Rule, _>(value).ok();
    assert_eq!(found, Some(Rule(variant)), "{value}");
}

#[test]
fn what_is_in_a_member_breaks_a_tie() {
    check(&json!({ "name": "a", "rule": { "type": "recent" } }), 0);
    check(&json!({ "name": "a", "rule": { "type": "count" } }), 1);
    check(&json!({ "name": "a", "rule": { "seconds": 1 } }), 1);
    check(&json!({ "rule": { "type": "recent" } }), 1);
}

#[test]
fn what_tells_nothing_leaves_the_choice_as_it_was() {
    for rule in [json!(null), json!({}), json!("recent"), json!(["recent"])] {
        check(&json!({ "name": "a", "rule": rule }), 0);
    }
    check(&json!({ "name": "a" }), 0);
    check(&json!({ "name": "a", "rule": true }), 1);
}

#[test]
fn another_constant_in_a_member_rules_a_variant_out() {
    let value = json!({ "name": "a", "note": "b", "rule": { "type": "count" } });
    check(&value, 1);
}

#[test]
fn the_surface_goes_before_what_is_within() {
    let value = json!({ "name": "a", "note": "b", "rule": { "seconds": 1 } });
    check(&value, 0);
}

#[test]
fn items_break_a_tie_all_together() {
    check(&json!([{ "source": "a" }, { "type": "recent" }]), 2);
    check(&json!([{ "type": "new" }, { "type": "total" }]), 3);
    check(&json!([{ "type": "count" }, null, { "seconds": 1 }]), 3);
    check(&json!([]), 2);
}
