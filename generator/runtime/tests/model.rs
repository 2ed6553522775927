//! How values become models and stay what they were.

use clientsmith_runtime::runtime::model::{
    Access, Candidate, IntegerEnum, Kind, Object, StringEnum, Union, UnknownInteger, UnknownValue,
    UnmatchedValue, Value, deserialize_integer_enum, deserialize_object, deserialize_string_enum,
    deserialize_union,
};
use serde_json::json;

const ANY: Candidate = Candidate::new(Kind::Object);

/// The number of the variant that a value became, or none.
#[derive(Debug, PartialEq)]
struct Payment(Option<usize>);

impl Union for Payment {
    const CANDIDATES: &'static [Candidate] = &[
        Candidate {
            choices: &[("type", &["apple", "google"])],
            required: &["type"],
            known: &["type"],
            ..ANY
        },
        Candidate {
            choices: &[("type", &["scheme", "gift"])],
            known: &["type", "number"],
            ..ANY
        },
        Candidate {
            choices: &[("type", &["bank"])],
            known: &["type", "iban", "name"],
            ..ANY
        },
        ANY,
    ];

    const VARIANTS: &'static [&'static str] = &[];

    fn read(place: usize, _: &Value) -> Result<Self, serde_json::Error> {
        Ok(Self(Some(place)))
    }

    fn other(_: UnmatchedValue) -> Self {
        Self(None)
    }
}

/// The number of the variant that lists a constant which is no string.
struct Constant(Option<usize>);

const fn constant(values: &'static [(&'static str, &'static [&'static str])]) -> Candidate {
    Candidate {
        choices: values,
        known: &["kind"],
        ..ANY
    }
}

impl Union for Constant {
    const CANDIDATES: &'static [Candidate] = &[
        constant(&[("kind", &["1"])]),
        constant(&[("kind", &["2"])]),
        constant(&[("kind", &["true"])]),
    ];

    const VARIANTS: &'static [&'static str] = &[];

    fn read(place: usize, _: &Value) -> Result<Self, serde_json::Error> {
        Ok(Self(Some(place)))
    }

    fn other(_: UnmatchedValue) -> Self {
        Self(None)
    }
}

fn ranked_first(value: &Value) -> Option<usize> {
    deserialize_union::<Constant, _>(value).ok()?.0
}

fn variant(value: &Value) -> Option<usize> {
    deserialize_union::<Payment, _>(value).ok()?.0
}

#[test]
fn a_listed_string_in_an_optional_member_tells_variants_apart() {
    assert_eq!(variant(&json!({ "type": "apple" })), Some(0));
    assert_eq!(variant(&json!({ "type": "gift" })), Some(1));
    assert_eq!(variant(&json!({ "type": "bank", "iban": "DE" })), Some(2));
}

#[test]
fn a_string_that_a_list_of_several_lacks_is_a_new_one() {
    assert_eq!(variant(&json!({ "type": "token", "number": "4" })), Some(1));
    assert_eq!(variant(&json!({ "type": "token", "iban": "DE" })), None);
}

#[test]
fn a_listed_number_or_boolean_tells_variants_apart() {
    for (value, place) in [
        (json!({ "kind": 1 }), 0),
        (json!({ "kind": 2 }), 1),
        (json!({ "kind": 2.0 }), 1),
        (json!({ "kind": true }), 2),
        (json!({ "kind": [2] }), 0),
    ] {
        assert_eq!(ranked_first(&value), Some(place), "{value}");
    }
}

#[test]
fn no_variant_loses_a_member_that_another_one_knows() {
    assert_eq!(variant(&json!({ "number": "4" })), Some(1));
    assert_eq!(variant(&json!({ "number": "4", "new": 1 })), Some(1));
    assert_eq!(variant(&json!({ "number": "4", "iban": "DE" })), None);
}

#[test]
fn an_object_of_optional_members_takes_others() {
    assert_eq!(variant(&json!({ "new": 1 })), Some(1));
}

#[derive(Debug, PartialEq)]
struct Numbers {
    small: Option<i32>,
    large: Option<u64>,
}

impl Object for Numbers {
    fn read<'de, A: Access<'de>>(access: &mut A) -> Result<Self, A::Error> {
        let (mut small, mut large) = (None, None);
        while access.next()? {
            match access.key() {
                "small" => access.required_number(&mut small)?,
                "large" => access.optional_number(&mut large)?,
                _ => access.skip()?,
            }
        }
        Ok(Self { small, large })
    }
}

fn numbers(text: &str) -> Result<Numbers, String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    deserialize_object(&mut reader).map_err(|error| error.to_string())
}

#[test]
fn a_number_without_a_fraction_is_an_integer() {
    let read = numbers(r#"{ "small": -5432.0, "large": 1.8e19 }"#).unwrap();
    let large = Some(18_000_000_000_000_000_000);
    assert_eq!(
        read,
        Numbers {
            small: Some(-5432),
            large
        }
    );
    assert_eq!(numbers(r#"{ "large": null }"#).unwrap().large, None);
}

#[test]
fn a_number_that_does_not_fit_is_refused() {
    for text in [
        "1.5",
        "2147483648",
        "2147483648.0",
        "1e300",
        "null",
        "true",
        "[]",
        "{}",
        "\"1.5\"",
        "\" 1\"",
        "\"\"",
    ] {
        let message = numbers(&format!("{{ \"small\": {text} }}")).unwrap_err();
        assert!(message.contains("expected i32"), "{message}");
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Level {
    Low,
    Unknown(UnknownInteger),
}

impl IntegerEnum for Level {
    const LISTED: &'static [Self] = &[Self::Low];

    fn number(&self) -> i64 {
        match self {
            Self::Low => 1,
            Self::Unknown(number) => number.get(),
        }
    }

    fn unknown(value: UnknownInteger) -> Self {
        Self::Unknown(value)
    }
}

#[test]
fn integer_enums_read_numbers_without_a_fraction() {
    let level = |value: Value| deserialize_integer_enum::<Level, _>(value);
    assert_eq!(level(json!(1.0)).unwrap(), Level::Low);
    assert_eq!(level(json!(7)).unwrap().number(), 7);
    assert!(level(json!(1.5)).is_err());
}

#[test]
fn integer_enums_read_listed_numbers_in_strings() {
    let level = |value: Value| deserialize_integer_enum::<Level, _>(value);
    assert_eq!(level(json!("1")).unwrap(), Level::Low);
    assert!(level(json!("7")).is_err());
    assert!(level(json!("low")).is_err());
    assert!(level(json!(true)).is_err());
}

#[derive(Clone, Debug, PartialEq)]
enum Mode {
    One,
    Half,
    On,
    Unknown(UnknownValue),
}

impl AsRef<str> for Mode {
    fn as_ref(&self) -> &str {
        match self {
            Self::One => "1",
            Self::Half => "0.5",
            Self::On => "true",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl StringEnum for Mode {
    const LISTED: &'static [Self] = &[Self::One, Self::Half, Self::On];

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

#[test]
fn string_enums_read_listed_values_without_quotes() {
    let mode = |value: Value| deserialize_string_enum::<Mode, _>(value);
    assert_eq!(mode(json!("1")).unwrap(), Mode::One);
    assert_eq!(mode(json!(1)).unwrap(), Mode::One);
    assert_eq!(mode(json!(0.5)).unwrap(), Mode::Half);
    assert_eq!(mode(json!(true)).unwrap(), Mode::On);
    assert_eq!(mode(json!("x")).unwrap().as_ref(), "x");
    let message = mode(json!(2)).unwrap_err().to_string();
    assert!(message.contains("expected a string"), "{message}");
    assert!(mode(json!(false)).is_err());
    assert!(mode(json!(null)).is_err());
}
