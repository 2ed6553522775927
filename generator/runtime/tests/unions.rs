//! Which variant a value becomes, and what is kept of one that becomes none.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use clientsmith_runtime::runtime::model::{
    Candidate, Kind, Union, UnmatchedValue, Value, deserialize_union,
};
use serde::Deserialize as _;
use serde_json::json;

const OBJECT: Candidate = Candidate::new(Kind::Object);
const STRING: Candidate = Candidate::new(Kind::String);

/// The number of the variant that a value became, or none.
struct Place(Option<usize>);

/// Declares a union that knows only the places of its variants.
macro_rules! places {
    ($name:ident [$($candidate:expr),* $(,)?]) => {
        struct $name(Place);

        impl Union for $name {
            const CANDIDATES: &'static [Candidate] = &[$($candidate),*];
            const VARIANTS: &'static [&'static str] = &[];

            fn read(place: usize, _: &Value) -> Result<Self, serde_json::Error> {
                Ok(Self(Place(Some(place))))
            }

            fn other(_: UnmatchedValue) -> Self {
                Self(Place(None))
            }
        }

        impl $name {
            fn check(value: &Value, place: impl Into<Option<usize>>) {
                let found = deserialize_union::<Self, _>(value).unwrap().0;
                assert_eq!(found.0, place.into(), "{}: {value}", stringify!($name));
            }
        }
    };
}

places!(Models [
    Candidate { values: &["small"], ..STRING },
    Candidate { values: &["large"], open: true, ..STRING },
]);
places!(Sizes [
    Candidate { values: &["1", "2"], ..Candidate::new(Kind::Integer) },
    Candidate::new(Kind::Number),
]);
places!(Words [
    Candidate { values: &["a"], ..STRING },
    Candidate { values: &["b"], ..STRING },
]);
places!(Mode [Candidate { values: &["auto"], ..STRING }, Candidate::new(Kind::Array)]);

#[test]
fn an_enum_takes_unlisted_values_where_nothing_else_does() {
    Models::check(&json!("small"), 0);
    Models::check(&json!("large"), 1);
    Models::check(&json!("huge"), 1);
    Mode::check(&json!("manual"), 0);
    Sizes::check(&json!(2), 0);
    Sizes::check(&json!(2.0), 0);
    Sizes::check(&json!(3), 1);
    Sizes::check(&json!(1.5), 1);
    Words::check(&json!("b"), 1);
    Words::check(&json!("c"), None);
}

places!(Point [
    Candidate { known: &["x"], kind: Kind::Closed, ..OBJECT },
    Candidate { known: &["x"], ..OBJECT },
]);
places!(Note [Candidate::new(Kind::String), Candidate { known: &["text"], ..OBJECT }]);
places!(Free [Candidate { known: &["text"], ..OBJECT }, Candidate::new(Kind::Free)]);
places!(Typed [Candidate { known: &["text"], ..OBJECT }, Candidate::new(Kind::Map)]);

#[test]
fn members_that_are_not_listed_count_only_where_they_are_ruled_out() {
    Point::check(&json!({ "x": 1 }), 0);
    Point::check(&json!({ "x": 1, "y": 2 }), 1);
    Note::check(&json!({ "added": 1 }), 1);
    Note::check(&json!({}), 1);
    Free::check(&json!({ "added": 1 }), 1);
    Free::check(&json!({ "text": "a", "added": 1 }), 0);
    Typed::check(&json!({ "text": "a" }), 0);
    Typed::check(&json!({ "text": "a", "added": 1 }), 1);
}

places!(Hinted [
    Candidate { tags: &[("type", &["message"])], known: &["type", "text"], ..OBJECT },
    Candidate { hints: &[("type", &["Loose"])], required: &["type"], known: &["type", "z"], ..OBJECT },
]);

#[test]
fn a_name_only_suggests_a_variant() {
    Hinted::check(&json!({ "type": "message", "text": "a" }), 0);
    Hinted::check(&json!({ "type": "Loose", "z": "a", "new": 1 }), 1);
    Hinted::check(&json!({ "type": "any", "z": "a" }), 1);
    Hinted::check(&json!({ "type": "any", "z": "a", "new": 1 }), None);
}

const CREATED: Candidate = Candidate {
    tags: &[("type", &["created"])],
    known: &["type"],
    ..OBJECT
};
const DELETED: Candidate = Candidate {
    tags: &[("type", &["deleted"])],
    known: &["type"],
    ..OBJECT
};

places!(Event [
    Candidate { known: &["sync"], members: &[("sync", CREATED)], ..OBJECT },
    Candidate { known: &["sync"], members: &[("sync", DELETED)], ..OBJECT },
]);
places!(Cell [
    Candidate { known: &["e"], members: &[("e", Candidate::new(Kind::Null))], ..OBJECT },
    Candidate { known: &["e"], members: &[("e", STRING)], ..OBJECT },
]);

#[test]
fn constants_in_members_rule_variants_out() {
    Event::check(&json!({ "sync": { "type": "deleted" } }), 1);
    Event::check(&json!({ "sync": { "type": "moved" } }), None);
    Cell::check(&json!({ "e": null }), 0);
    Cell::check(&json!({ "e": "text" }), 1);
}

/// A union whose first variant holds a union.
#[derive(Debug, PartialEq)]
enum Outer {
    Inner(Vec<Inner>),
    Texts(Vec<String>),
    Other(UnmatchedValue),
}

#[derive(Debug, PartialEq)]
enum Inner {
    Number(i64),
    Other(UnmatchedValue),
}

impl<'de> serde::Deserialize<'de> for Inner {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_union(deserializer)
    }
}

impl Union for Inner {
    const CANDIDATES: &'static [Candidate] = &[Candidate::new(Kind::Integer)];
    const VARIANTS: &'static [&'static str] = &["Number"];

    fn read(_: usize, value: &Value) -> Result<Self, serde_json::Error> {
        i64::deserialize(value).map(Self::Number)
    }

    fn other(value: UnmatchedValue) -> Self {
        Self::Other(value)
    }
}

impl Union for Outer {
    const CANDIDATES: &'static [Candidate] =
        &[Candidate::new(Kind::Array), Candidate::new(Kind::Array)];
    const VARIANTS: &'static [&'static str] = &["Inner", "Texts"];

    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error> {
        match place {
            0 => Vec::deserialize(value).map(Self::Inner),
            _ => Vec::deserialize(value).map(Self::Texts),
        }
    }

    fn other(value: UnmatchedValue) -> Self {
        Self::Other(value)
    }
}

fn outer(value: &Value) -> Outer {
    deserialize_union(value).unwrap()
}

#[test]
fn a_variant_that_decodes_whole_goes_before_one_that_keeps_a_part() {
    assert_eq!(outer(&json!([1])), Outer::Inner(vec![Inner::Number(1)]));
    assert_eq!(outer(&json!(["x"])), Outer::Texts(vec!["x".to_owned()]));
    let kept = Inner::Other(json!(true).into());
    assert_eq!(outer(&json!([true])), Outer::Inner(vec![kept]));
}

/// A union told apart by a discriminator.
#[derive(Debug, PartialEq)]
struct Shape(Result<u8, UnmatchedValue>);

impl Union for Shape {
    const CANDIDATES: &'static [Candidate] = &[Candidate {
        tags: &[("kind", &["circle"])],
        known: &["kind", "r"],
        ..OBJECT
    }];
    const VARIANTS: &'static [&'static str] = &["Circle"];

    fn read(_: usize, value: &Value) -> Result<Self, serde_json::Error> {
        u8::deserialize(&value["r"]).map(|r| Self(Ok(r)))
    }

    fn other(value: UnmatchedValue) -> Self {
        Self(Err(value))
    }
}

#[test]
fn what_fits_no_variant_says_why() {
    let reason = |value: &Value| {
        let shape: Shape = deserialize_union(value).unwrap();
        let unmatched = shape.0.unwrap_err();
        assert_eq!(unmatched.value(), value);
        assert!(format!("{unmatched:?}").contains(unmatched.reason().unwrap()));
        unmatched.reason().unwrap().to_owned()
    };
    let misfit = reason(&json!({ "kind": "circle", "r": "wide" }));
    assert_eq!(misfit, "Circle: invalid type: string, expected u8");
    let unlisted = reason(&json!({ "kind": "square" }));
    assert_eq!(
        unlisted,
        "no variant has these members with `kind` \"square\""
    );
    assert_eq!(
        reason(&json!(1)),
        "no variant has this type or these members"
    );
    assert_eq!(UnmatchedValue::from(json!(1)).reason(), None);
}
