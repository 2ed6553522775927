//! One node, read as if each of its children were a reference to its place.

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use serde_json::{Error, Map, Value};

use crate::diagnostics::Pointer;

/// Which members of a node are nodes, and which are left out.
#[derive(Clone, Copy)]
pub(crate) struct Children {
    members: &'static [(&'static str, Child)],
    dropped: &'static [&'static str],
}

/// What a member holds.
#[derive(Clone, Copy)]
enum Child {
    /// A node.
    One,
    /// An array of nodes.
    List,
    /// An object of nodes.
    Map,
    /// An object of media types, each with a schema.
    Content,
    /// A list of names. A truth value is of the parameter or member that the schema describes.
    Names,
    /// An object whose members are asked for by their places alone.
    Apart,
}

/// Members that hold samples or links, which no stage reads.
const SAMPLES: &[&str] = &[
    "example",
    "examples",
    "externalDocs",
    "xml",
    "callbacks",
    "links",
    "headers",
    "encoding",
];

pub(super) const SCHEMA: Children = Children {
    members: &[
        ("properties", Child::Map),
        ("items", Child::One),
        ("additionalProperties", Child::One),
        ("not", Child::One),
        ("allOf", Child::List),
        ("oneOf", Child::List),
        ("anyOf", Child::List),
        ("required", Child::Names),
    ],
    dropped: SAMPLES,
};
pub(super) const PARAMETER: Children = Children {
    members: &[("schema", Child::One), ("content", Child::Content)],
    dropped: SAMPLES,
};
pub(super) const REQUEST_BODY: Children = Children {
    members: &[("content", Child::Content)],
    dropped: SAMPLES,
};
pub(super) const RESPONSE: Children = REQUEST_BODY;
pub(super) const OPERATION: Children = Children {
    members: &[("responses", Child::Apart)],
    dropped: &[
        "operationId",
        "tags",
        "parameters",
        "requestBody",
        "security",
        "servers",
        "callbacks",
        "externalDocs",
    ],
};

const MEDIA_TYPE: Children = Children {
    members: &[("schema", Child::One)],
    dropped: SAMPLES,
};

/// A node as it is read.
pub(super) struct Shallow<'a> {
    value: &'a Value,
    at: Pointer,
    children: Children,
}

impl<'a> Shallow<'a> {
    /// Returns the node `value`, which stands at `at`.
    pub(super) fn new(value: &'a Value, at: &Pointer, children: Children) -> Self {
        let at = at.clone();
        Self {
            value,
            at,
            children,
        }
    }

    fn member(&self, key: &str, value: &'a Value) -> Member<'a> {
        let mut children = self.children.members.iter();
        let Some((_, child)) = children.find(|(name, _)| *name == key) else {
            return Member::Plain(value);
        };
        let at = self.at.child(key);
        match (child, value) {
            (Child::One, Value::Object(_)) => Member::Node(at),
            (Child::List, Value::Array(items)) => Member::List(items.len(), at),
            (Child::Map, Value::Object(members)) => Member::Map(members, at),
            (Child::Content, Value::Object(members)) => Member::Content(members, at),
            (Child::Names, Value::Bool(_)) => Member::List(0, at),
            (Child::Apart, _) => Member::Empty,
            _ => Member::Plain(value),
        }
    }
}

fn is_kept(key: &str, children: Children) -> bool {
    !key.starts_with("x-") && key != "$ref" && !children.dropped.contains(&key)
}

impl<'de> Deserializer<'de> for Shallow<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Value::Object(members) = self.value else {
            return self.value.deserialize_any(visitor);
        };
        let kept = members
            .iter()
            .filter(|(key, _)| is_kept(key, self.children));
        let kept = kept.map(|(key, value)| (key.as_str(), self.member(key, value)));
        object(kept, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A member of a node as it is read.
enum Member<'a> {
    /// As it is written.
    Plain(&'a Value),
    /// A reference to this place.
    Node(Pointer),
    /// References to that many items of the list at this place.
    List(usize, Pointer),
    /// References to the members of the object at this place.
    Map(&'a Map<String, Value>, Pointer),
    /// The media types at this place.
    Content(&'a Map<String, Value>, Pointer),
    /// A media type.
    MediaType(Shallow<'a>),
    /// An empty object.
    Empty,
}

impl<'a> Member<'a> {
    /// Returns a media type with nothing behind it says as much as an empty object.
    fn media_type(value: &'a Value, at: Pointer) -> Self {
        let children = MEDIA_TYPE;
        match value {
            Value::Null => Self::Empty,
            value => Self::MediaType(Shallow {
                value,
                at,
                children,
            }),
        }
    }
}

impl<'de> IntoDeserializer<'de, Error> for Member<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Member<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Plain(value) => value.deserialize_any(visitor),
            Self::MediaType(node) => node.deserialize_any(visitor),
            Self::Empty => object(std::iter::empty(), visitor),
            Self::Node(at) => {
                let reference = format!("#{at}");
                let entry = ("$ref", reference.into_deserializer());
                MapDeserializer::new(std::iter::once(entry)).deserialize_any(visitor)
            }
            Self::List(length, at) => {
                let items = (0..length).map(|place| Self::Node(at.index(place)));
                SeqDeserializer::new(items).deserialize_any(visitor)
            }
            Self::Map(members, at) => {
                let entries = members
                    .keys()
                    .map(|key| (key.as_str(), Self::Node(at.child(key))));
                object(entries, visitor)
            }
            Self::Content(members, at) => {
                let entries = members.iter();
                let entries = entries
                    .map(|(key, value)| (key.as_str(), Self::media_type(value, at.child(key))));
                object(entries, visitor)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Plain(value) => value.deserialize_option(visitor),
            member => visitor.visit_some(member),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Plain(value) => value.deserialize_enum(name, variants, visitor),
            member => member.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn object<'de, V: Visitor<'de>>(
    members: impl Iterator<Item = (&'de str, Member<'de>)>,
    visitor: V,
) -> Result<V::Value, Error> {
    let members = members.map(|(key, member)| (BorrowedStrDeserializer::new(key), member));
    MapDeserializer::new(members).deserialize_any(visitor)
}
