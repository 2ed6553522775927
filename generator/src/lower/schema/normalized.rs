//! What one schema says, in one spelling: `openapiv3` has two for most of it.

use std::cell::OnceCell;

use openapiv3::{
    AdditionalProperties, AnySchema, Discriminator, Schema, SchemaData, SchemaKind, Type,
    VariantOrUnknownOrEmpty,
};
use serde::Serialize;
use serde_json::Value;

use super::mapping::Mapping;
use crate::catalog::json_type::JsonType;
use crate::catalog::scalars;
use crate::diagnostics::Pointer;
use crate::ir::Scalar;
use crate::load::{Nodes, child, children};

/// What one schema says. Its parts are places.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a schema says several things that are true or not"
)]
pub(crate) struct NormalizedSchema {
    pub kind: Option<String>,
    pub format: Option<String>,
    pub enumeration: Vec<Value>,
    pub properties: Vec<(String, Pointer)>,
    pub required: Vec<String>,
    pub additional: Additional,
    pub items: Option<Pointer>,
    pub all_of: Vec<Pointer>,
    pub one_of: Vec<Pointer>,
    pub any_of: Vec<Pointer>,
    /// Whether it bounds the length or pattern of strings.
    pub bounds_strings: bool,
    /// Whether it bounds the size of numbers.
    pub bounds_numbers: bool,
    /// Whether zero is the least of its values.
    pub is_unsigned: bool,
    pub nullable: bool,
    pub read_only: bool,
    pub write_only: bool,
    pub deprecated: bool,
    pub description: String,
    pub title: Option<String>,
    pub default: Option<Value>,
    /// Of a schema with `items` and without `type`.
    pub example: Option<Value>,
    pub discriminator: Option<Discriminator>,
    pub(super) mapping: OnceCell<Mapping>,
}

/// What it says of members that it does not list.
#[derive(Clone, Debug, Default)]
pub(crate) enum Additional {
    /// Nothing.
    #[default]
    Unsaid,
    /// There are none.
    Forbidden,
    /// They can be anything.
    Anything,
    /// They have a type.
    Schema(Pointer),
}

impl From<Schema> for NormalizedSchema {
    fn from(schema: Schema) -> Self {
        let mut normalized = Self::default();
        let shows_negative = [&schema.schema_data.default, &schema.schema_data.example]
            .into_iter()
            .any(|value| value.as_ref().is_some_and(is_negative));
        normalized.take_data(schema.schema_data);
        match schema.schema_kind {
            SchemaKind::Type(kind) => normalized.take_type(kind),
            SchemaKind::OneOf { one_of } => normalized.one_of = children(&one_of),
            SchemaKind::AllOf { all_of } => normalized.all_of = children(&all_of),
            SchemaKind::AnyOf { any_of } => normalized.any_of = children(&any_of),
            SchemaKind::Not { .. } => {}
            SchemaKind::Any(any) => normalized.take_any(any),
        }
        normalized.is_unsigned &= !shows_negative;
        normalized
    }
}

impl NormalizedSchema {
    /// Returns what the values of its discriminator mean; read once, as every alternative of a union asks for it.
    pub(crate) fn mapping(&self, document: &Nodes<'_>) -> &Mapping {
        let discriminator = self.discriminator.as_ref();
        let read = |discriminator| Mapping::new(document, discriminator);
        self.mapping
            .get_or_init(|| discriminator.map(read).unwrap_or_default())
    }

    fn take_data(&mut self, data: SchemaData) {
        self.nullable = data.nullable;
        self.read_only = data.read_only;
        self.write_only = data.write_only;
        self.deprecated = data.deprecated;
        self.description = data.description.unwrap_or_default();
        self.title = data.title;
        self.default = data.default;
        self.discriminator = data.discriminator;
    }

    fn take_type(&mut self, kind: Type) {
        match kind {
            Type::String(string) => {
                self.bounds_strings = string.pattern.is_some() || string.max_length.is_some();
                self.scalar(
                    "string",
                    format_name(&string.format),
                    to_values(string.enumeration),
                );
            }
            Type::Number(number) => {
                self.is_unsigned = number.minimum == Some(0.0) && !number.exclusive_minimum;
                self.scalar(
                    "number",
                    format_name(&number.format),
                    to_values(number.enumeration),
                );
            }
            Type::Integer(integer) => {
                self.is_unsigned = integer.minimum == Some(0) && !integer.exclusive_minimum;
                self.scalar(
                    "integer",
                    format_name(&integer.format),
                    to_values(integer.enumeration),
                );
            }
            Type::Boolean(boolean) => self.scalar("boolean", None, to_values(boolean.enumeration)),
            Type::Array(array) => {
                self.kind = Some("array".to_owned());
                self.items = array.items.as_ref().map(child);
            }
            Type::Object(object) => {
                self.kind = Some("object".to_owned());
                self.properties = object
                    .properties
                    .iter()
                    .map(|(name, schema)| (name.clone(), child(schema)))
                    .collect();
                self.required = object.required;
                self.additional = object.additional_properties.into();
            }
        }
    }

    fn scalar(&mut self, kind: &str, format: Option<String>, enumeration: Vec<Value>) {
        self.kind = Some(kind.to_owned());
        self.format = format;
        self.enumeration = enumeration;
    }

    fn take_any(&mut self, any: AnySchema) {
        self.bounds_strings =
            any.pattern.is_some() || any.max_length.is_some() || any.min_length.is_some();
        self.bounds_numbers =
            any.minimum.is_some() || any.maximum.is_some() || any.multiple_of.is_some();
        self.is_unsigned = any.minimum == Some(0.0) && !any.exclusive_minimum.unwrap_or_default();
        self.kind = any.typ;
        self.format = any.format;
        self.enumeration = any.enumeration;
        self.properties = any
            .properties
            .iter()
            .map(|(name, schema)| (name.clone(), child(schema)))
            .collect();
        self.required = any.required;
        self.additional = any.additional_properties.into();
        self.items = any.items.as_ref().map(child);
        self.all_of = children(&any.all_of);
        self.one_of = children(&any.one_of);
        self.any_of = children(&any.any_of);
    }

    /// Returns whether `null` is one of its values.
    pub(crate) fn admits_null(&self) -> bool {
        self.nullable || self.enumeration.iter().any(Value::is_null)
    }

    /// Returns whether `null` is its only value.
    pub(crate) fn is_null(&self) -> bool {
        let lists_null_only =
            !self.enumeration.is_empty() && self.enumeration.iter().all(Value::is_null);
        let says_nothing =
            self.is_unstructured() && self.required.is_empty() && self.scalar_of_format().is_none();
        lists_null_only || (self.nullable && says_nothing)
    }

    /// Returns whether its values are lists, for all that it says: `items` alone admits whatever else is no list.
    pub(crate) fn is_list(&self) -> bool {
        let shown = [&self.default, &self.example];
        self.items.is_some()
            && self.required.is_empty()
            && shown.into_iter().flatten().all(Value::is_array)
    }

    /// Returns whether its values can be objects.
    pub(crate) fn can_be_object(&self) -> bool {
        self.enumeration.is_empty()
            && self.items.is_none()
            && self.kind.as_deref().is_none_or(|kind| kind == "object")
    }

    /// Returns whether its values are integers that 64 bits can be too few for.
    pub(crate) fn is_big_integer(&self) -> bool {
        let is_number = matches!(self.kind.as_deref(), None | Some("integer" | "number"));
        let format = self.format.as_deref().filter(|_| is_number);
        format.and_then(scalars::integer) == Some(Scalar::BigInteger)
    }

    /// Returns its type, where that is one of the language, whatever the bounds say of signs.
    pub(crate) fn scalar_without_bounds(&self) -> Option<Scalar> {
        let format = self.format.as_deref();
        let json_type = self.kind.as_deref().and_then(JsonType::named);
        let typed = json_type.map(|json_type| scalars::scalar(json_type, format));
        typed.or_else(|| self.scalar_of_format())
    }

    /// Returns its type, where a format without `type` tells it.
    pub(crate) fn scalar_of_format(&self) -> Option<Scalar> {
        let format = self.format.as_deref().filter(|_| self.kind.is_none());
        format.and_then(scalars::scalar_of_format)
    }

    /// Returns whether it says nothing of what its values look like.
    pub(crate) fn is_unstructured(&self) -> bool {
        self.is_bare() && self.parts().next().is_none()
    }

    /// Returns the same of itself, whatever the schemas say that it combines.
    pub(super) fn is_bare(&self) -> bool {
        self.kind.is_none()
            && self.enumeration.is_empty()
            && self.properties.is_empty()
            && self.items.is_none()
            && matches!(self.additional, Additional::Unsaid)
    }

    /// Returns whether one of several schemas holds.
    pub(super) fn has_alternatives(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }

    /// Returns the schemas that it combines.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Pointer> {
        self.all_of.iter().chain(&self.one_of).chain(&self.any_of)
    }
}

impl From<Option<AdditionalProperties>> for Additional {
    fn from(additional: Option<AdditionalProperties>) -> Self {
        match additional {
            None => Self::Unsaid,
            Some(AdditionalProperties::Any(true)) => Self::Anything,
            Some(AdditionalProperties::Any(false)) => Self::Forbidden,
            Some(AdditionalProperties::Schema(schema)) => Self::Schema(child(&schema)),
        }
    }
}

/// Returns a document that says zero is the least value and shows a lesser one is not taken at its word.
fn is_negative(value: &Value) -> bool {
    value.as_f64().is_some_and(|number| number < 0.0)
}

fn format_name<F: Serialize>(format: &VariantOrUnknownOrEmpty<F>) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(format) => serde_json::to_value(format)
            .ok()
            .and_then(|name| name.as_str().map(str::to_owned)),
        VariantOrUnknownOrEmpty::Unknown(format) => Some(format.clone()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

fn to_values<T: Serialize>(values: Vec<T>) -> Vec<Value> {
    values
        .into_iter()
        .filter_map(|value| serde_json::to_value(value).ok())
        .collect()
}
