//! Integers as JSON may write them: it has one type of numbers (RFC 8259, section 6).

use std::collections::BTreeMap;
use std::fmt::Debug;

use clientsmith_runtime::model::{
    Candidate, Integers, Kind, Union, UnmatchedValue, Value, deserialize_union,
};
use serde::Deserialize as _;
use serde_json::json;

fn check<'de, T: Integers<'de> + Debug + PartialEq>(text: &'de str, expected: T) {
    let read = serde_json::from_str::<T::Read>(text).ok();
    assert_eq!(read.map(T::of), Some(expected), "{text}");
}

#[test]
fn lists_and_maps_of_integers_take_numbers_without_a_fraction() {
    check("5.0", 5_u64);
    check("[1.0, 2, 3e2]", vec![1_i32, 2, 300]);
    check("[1.0, null]", vec![Some(1_i64), None]);
    check(
        r#"{"a": [7.0]}"#,
        BTreeMap::from([("a".to_owned(), vec![7_u32])]),
    );
}

#[test]
fn a_fraction_in_a_list_is_refused() {
    assert!(serde_json::from_str::<<Vec<i64> as Integers>::Read>("[1.5]").is_err());
}

#[derive(Debug, PartialEq)]
enum Limit {
    Integer(i64),
    Text(String),
    Other(UnmatchedValue),
}

impl Union for Limit {
    const CANDIDATES: &'static [Candidate] =
        &[Candidate::of(Kind::Integer), Candidate::of(Kind::String)];
    const VARIANTS: &'static [&'static str] = &["Integer", "Text"];

    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error> {
        match place {
            0 => i64::deserialize(value).map(Self::Integer),
            _ => String::deserialize(value).map(Self::Text),
        }
    }

    fn other(value: UnmatchedValue) -> Self {
        Self::Other(value)
    }
}

#[test]
fn an_alternative_that_is_an_integer_takes_numbers_without_a_fraction() {
    let limit = |value: &Value| deserialize_union::<Limit, _>(value).unwrap();
    assert_eq!(limit(&json!(3)), Limit::Integer(3));
    assert_eq!(limit(&json!(3.0)), Limit::Integer(3));
    assert_eq!(limit(&json!("3")), Limit::Text("3".to_owned()));
    for other in [json!(3.5), json!(1e300), json!(true)] {
        assert_eq!(limit(&other), Limit::Other(other.into()));
    }
}
