//! Numbers as they may be written: JSON has one type of them (RFC 8259, section 6), and some APIs write strings.

use std::collections::BTreeMap;
use std::fmt::Debug;

use clientsmith_runtime::runtime::model::{
    Candidate, Kind, Numbers, Union, UnmatchedValue, Value, deserialize_union, read_numbers,
};
use serde::Deserialize as _;
use serde_json::json;

fn check<T: Numbers + Debug + PartialEq>(text: &str, expected: T) {
    let read = serde_json::from_str::<T::Read>(text).ok();
    assert_eq!(read.map(T::from_read), Some(expected), "{text}");
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
fn numbers_are_read_from_strings() {
    check(r#""5""#, 5_i32);
    check(r#""-128""#, -128_i8);
    check(r#""18446744073709551615""#, u64::MAX);
    check(r#""1.5e3""#, 1500.0);
    check(r#"["1", 2, 3.0]"#, vec![1_u8, 2, 3]);
    check(
        r#"{"a": ["-0.5", null]}"#,
        BTreeMap::from([("a".to_owned(), vec![Some(-0.5), None])]),
    );
    check(r#""7""#, Box::new(7_i16));
}

#[test]
fn other_strings_are_refused() {
    for text in ["", "a", " 1", "1 ", "0x1", "1.0", "256", "-1"] {
        assert!(read_numbers::<u8>(&json!(text)).is_err(), "{text}");
    }
    for text in ["", "NaN", "inf", "-Infinity", "1e999", "1,5"] {
        assert!(read_numbers::<f64>(&json!(text)).is_err(), "{text}");
    }
}

#[test]
fn a_fraction_in_a_list_is_refused() {
    assert!(serde_json::from_str::<<Vec<i64> as Numbers>::Read>("[1.5]").is_err());
}

#[derive(Debug, PartialEq)]
enum Limit {
    Integer(i64),
    Text(String),
    Other(UnmatchedValue),
}

impl Union for Limit {
    const CANDIDATES: &'static [Candidate] =
        &[Candidate::new(Kind::Integer), Candidate::new(Kind::String)];
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

#[derive(Debug, PartialEq)]
enum Counts {
    Numbers(Vec<i64>),
    Texts(Vec<String>),
    Maps(BTreeMap<String, i64>),
    Other(UnmatchedValue),
}

impl Union for Counts {
    const VARIANTS: &'static [&'static str] = &["Numbers", "Texts", "Maps"];
    const CANDIDATES: &'static [Candidate] = &[
        Candidate::new(Kind::Array),
        Candidate::new(Kind::Array),
        Candidate::new(Kind::Map),
    ];

    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error> {
        match place {
            0 => read_numbers(value).map(Self::Numbers),
            1 => Vec::deserialize(value).map(Self::Texts),
            _ => read_numbers(value).map(Self::Maps),
        }
    }

    fn other(value: UnmatchedValue) -> Self {
        Self::Other(value)
    }
}

#[test]
fn a_string_is_a_number_only_where_no_alternative_takes_it_as_a_string() {
    let counts = |value: &Value| deserialize_union::<Counts, _>(value).unwrap();
    assert_eq!(counts(&json!([2.0])), Counts::Numbers(vec![2]));
    assert_eq!(counts(&json!(["2"])), Counts::Texts(vec!["2".to_owned()]));
    assert_eq!(counts(&json!([1, "2"])), Counts::Numbers(vec![1, 2]));
    let map = BTreeMap::from([("a".to_owned(), 2)]);
    assert_eq!(counts(&json!({ "a": "2" })), Counts::Maps(map));
    let other = json!({ "a": "b" });
    assert_eq!(counts(&other), Counts::Other(other.into()));
    // What was refused in between is read again.
    check(r#""5""#, 5_i32);
}
