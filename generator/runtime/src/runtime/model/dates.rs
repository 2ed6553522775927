//! Dates in other formats than RFC 3339, section 5.6. Generated only if the `[decode]` settings accept them.

use super::Numbers;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::fmt;

/// A date-time whose missing offset means UTC.
pub struct Instant(DateTime<FixedOffset>);

/// A date whose time, if any, is dropped.
pub struct Day(NaiveDate);

impl Numbers for DateTime<FixedOffset> {
    type Read = Instant;

    fn from_read(read: Instant) -> Self {
        read.0
    }
}

impl Numbers for NaiveDate {
    type Read = Day;

    fn from_read(read: Day) -> Self {
        read.0
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(InstantVisitor).map(Self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DayVisitor).map(Self)
    }
}

struct InstantVisitor;

impl Visitor<'_> for InstantVisitor {
    type Value = DateTime<FixedOffset>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date-time")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        text.parse().or_else(|error| {
            let local: Result<NaiveDateTime, _> = text.replacen(' ', "T", 1).parse();
            local
                .map(|local| local.and_utc().fixed_offset())
                .map_err(|_| E::custom(error))
        })
    }
}

struct DayVisitor;

impl Visitor<'_> for DayVisitor {
    type Value = NaiveDate;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<NaiveDate, E> {
        let day = text.split(['T', 't', ' ']).next().unwrap_or_default();
        day.parse().map_err(E::custom)
    }
}
