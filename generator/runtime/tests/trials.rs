//! How often variants of unions within each other are tried.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use clientsmith_runtime::runtime::model::{
    Candidate, Kind, Union, UnmatchedValue, Value, deserialize_union,
};
use serde_json::json;

const ANY: Candidate = Candidate::new(Kind::Object);

const NESTING: Candidate = Candidate {
    required: &["child"],
    known: &["child", "size"],
    ..ANY
};

const LEAF: Candidate = Candidate {
    required: &["leaf"],
    known: &["leaf"],
    ..ANY
};

/// A union whose first variant fails only after it has read the union in it.
#[derive(Debug, PartialEq)]
enum Nested {
    Numbered(Box<Self>),
    Named(Box<Self>),
    Leaf,
    Other(UnmatchedValue),
}

impl Union for Nested {
    const CANDIDATES: &'static [Candidate] = &[NESTING, NESTING, LEAF];
    const VARIANTS: &'static [&'static str] = &["Numbered", "Named", "Leaf"];

    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error> {
        if place == 2 {
            return serde_json::from_value::<bool>(value["leaf"].clone()).map(|_| Self::Leaf);
        }
        let child = deserialize_union(&value["child"]).map(Box::new)?;
        if place == 0 {
            return serde_json::from_value::<i64>(value["size"].clone())
                .map(|_| Self::Numbered(child));
        }
        serde_json::from_value::<String>(value["size"].clone()).map(|_| Self::Named(child))
    }

    fn other(value: UnmatchedValue) -> Self {
        Self::Other(value)
    }
}

#[test]
fn no_answer_makes_a_union_try_without_end() {
    let nested = |depth| {
        let leaf = json!({ "leaf": true });
        (0..depth).fold(leaf, |child, _| json!({ "child": child, "size": "x" }))
    };
    let mut known = Nested::Leaf;
    for _ in 0..8 {
        known = Nested::Named(Box::new(known));
    }
    assert_eq!(deserialize_union::<Nested, _>(&nested(8)).unwrap(), known);
    let deep = nested(60);
    let kept: Nested = deserialize_union(&deep).unwrap();
    assert_eq!(kept, Nested::Other(deep.into()));
    // What went before takes nothing from what comes after.
    assert_eq!(deserialize_union::<Nested, _>(&nested(8)).unwrap(), known);
}
