use std::collections::BTreeMap;

use super::section::Section;

/// `[decode]`: what clients accept in responses although the document does not allow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecodeSettings {
    /// For the whole API.
    pub of_api: Decoding,
    /// `schemas.SCHEMA`: for single schemas, by their names.
    pub of_schemas: BTreeMap<String, SchemaDecoding>,
}

/// The settings of one schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaDecoding {
    /// For the schema.
    pub of_schema: Decoding,
    /// `members.MEMBER`: for single members of it, by their names in JSON.
    pub of_members: BTreeMap<String, MemberDecoding>,
}

/// The settings of one property.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemberDecoding {
    /// As for the schema.
    pub decoding: Decoding,
    /// `any-value`: whether the property is typed as any JSON value.
    pub any_value: bool,
}

/// The settings at one level; absent ones are inherited from the schema or the API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decoding {
    /// `null-as-default`: whether a required property that is `null` or missing decodes as the default of its type.
    pub null_as_default: Option<bool>,
    /// `date-time-without-zone`: how date-times without an offset are decoded.
    pub date_time_without_zone: Option<DateTimeWithoutZone>,
    /// `date-with-time`: how dates with a time are decoded.
    pub date_with_time: Option<DateWithTime>,
}

/// How date-times without an offset are decoded, which RFC 3339, section 5.6, does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateTimeWithoutZone {
    /// `"error"`: a decode error.
    Error,
    /// `"utc"`: as UTC.
    Utc,
    /// `"string"`: all date-times are typed as strings.
    Text,
}

/// How dates with a time are decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWithTime {
    /// `"error"`: a decode error.
    Error,
    /// `"date"`: the time is dropped.
    Date,
    /// `"string"`: all dates are typed as strings.
    Text,
}

impl DecodeSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        self.of_api = Decoding::read(section);
        let Some(schemas) = section.section("schemas") else {
            return;
        };
        for name in schemas.keys() {
            if let Some(schema) = schemas.section(name) {
                let decoding = SchemaDecoding::read(&schema);
                self.of_schemas.insert(name.to_owned(), decoding);
            }
        }
    }
}

impl SchemaDecoding {
    fn read(section: &Section<'_>) -> Self {
        section.only_listed();
        let mut decoding = Self {
            of_schema: Decoding::read(section),
            of_members: BTreeMap::new(),
        };
        let members = section.section("members");
        for name in members.iter().flat_map(Section::keys) {
            let member = members.as_ref().and_then(|members| members.section(name));
            if let Some(member) = member {
                member.only_listed();
                let member = MemberDecoding {
                    decoding: Decoding::read(&member),
                    any_value: member.flag("any-value").unwrap_or_default(),
                };
                decoding.of_members.insert(name.to_owned(), member);
            }
        }
        decoding
    }
}

impl Decoding {
    fn read(section: &Section<'_>) -> Self {
        Self {
            null_as_default: section.flag("null-as-default"),
            date_time_without_zone: section.choice(
                "date-time-without-zone",
                &[
                    ("error", DateTimeWithoutZone::Error),
                    ("utc", DateTimeWithoutZone::Utc),
                    ("string", DateTimeWithoutZone::Text),
                ],
            ),
            date_with_time: section.choice(
                "date-with-time",
                &[
                    ("error", DateWithTime::Error),
                    ("date", DateWithTime::Date),
                    ("string", DateWithTime::Text),
                ],
            ),
        }
    }

    /// Returns the settings, with absent ones taken from `wider`.
    #[must_use]
    pub fn within(self, wider: Self) -> Self {
        Self {
            null_as_default: self.null_as_default.or(wider.null_as_default),
            date_time_without_zone: self.date_time_without_zone.or(wider.date_time_without_zone),
            date_with_time: self.date_with_time.or(wider.date_with_time),
        }
    }
}
