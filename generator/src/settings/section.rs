use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::{Code, Diagnostic};

use super::key;
use crate::codes::settings::{MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE};

/// The faults of all sections of one file.
#[derive(Default)]
pub(super) struct Sections(RefCell<Vec<Diagnostic>>);

impl Sections {
    pub(super) fn into_faults(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}

/// One table of a settings file. What is wrong with it is noted, and reads as absent.
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    /// The table's name as it stands in the file, such as `environment.schemes`.
    path: String,
    /// The table's name in the list of keys, such as `environment.schemes.SCHEME`.
    listed: String,
    /// Where the table stands in the file.
    span: Range<usize>,
    sections: &'a Sections,
}

impl<'a> Section<'a> {
    pub(super) fn root(table: &'a DeTable<'a>, sections: &'a Sections) -> Self {
        Self {
            table,
            path: String::new(),
            listed: String::new(),
            span: 0..0,
            sections,
        }
    }

    /// Notes every key that the list of keys does not have here, together with the one that is nearest to it.
    pub(super) fn only_listed(&self) {
        self.only(&key::names_in(&self.listed));
    }

    /// Notes every key that is not among `known`, together with the known one that is nearest to it.
    pub(super) fn only(&self, known: &[&str]) {
        let keys = self.table.keys();
        for key in keys.filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let message = format!("unknown setting `{}`", self.name(key.get_ref()));
            let fault = Diagnostic::new(&UNKNOWN_KEY, key.span(), message);
            let fault = with_nearest(fault, key.get_ref(), known);
            self.sections.0.borrow_mut().push(fault);
        }
    }

    pub(super) fn section(&self, key: &str) -> Option<Section<'a>> {
        let value = self.value(key)?;
        let table = value.get_ref().as_table();
        let table = table.or_else(|| self.wrong_type(key, value, "a table"))?;
        Some(Section {
            table,
            path: self.name(key),
            listed: self.listed_name(key),
            span: value.span(),
            sections: self.sections,
        })
    }

    /// Returns the names of all tables in this one, for tables whose keys are the user's own.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.table.keys().map(|key| key.get_ref().as_ref())
    }

    /// Returns the text at `key`, if `check` finds no fault with it.
    pub(super) fn text(&self, key: &str, check: fn(&str) -> Result<(), String>) -> Option<String> {
        self.checked_text(key, self.value(key)?, check)
    }

    /// Returns the text at `key`, if `check` finds no fault with it. That there is none is a fault too.
    pub(super) fn required_text(
        &self,
        key: &str,
        check: fn(&str) -> Result<(), String>,
        missing: &str,
    ) -> Option<String> {
        if self.value(key).is_none() {
            let span = self.span.clone();
            self.fault(&MISSING_KEY, key, span, missing);
        }
        self.text(key, check)
    }

    /// Returns the date without a time at `key`, as `2026-12-31`.
    pub(super) fn day(&self, key: &str) -> Option<String> {
        let value = self.value(key)?;
        let date = value.get_ref().as_datetime();
        let date = date
            .filter(|date| date.time.is_none())
            .and_then(|date| date.date);
        let date = date.or_else(|| self.wrong_type(key, value, "a date without a time"))?;
        Some(date.to_string())
    }

    /// Returns whether there is a table at `key`.
    pub(super) fn is_table(&self, key: &str) -> bool {
        self.value(key)
            .is_some_and(|value| value.get_ref().is_table())
    }

    /// Returns the truth value at `key`.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        flag.or_else(|| self.wrong_type(key, value, "a boolean"))
    }

    /// Returns what the text at `key` stands for among `choices`.
    pub(super) fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str();
        let text = text.or_else(|| self.wrong_type(key, value, "a string"))?;
        let chosen = choices.iter().find(|(name, _)| *name == text);
        if chosen.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
            let reason = format!("takes \"{}\"", names.join("\", \""));
            self.fault(&WRONG_VALUE, key, value.span(), &reason);
        }
        chosen.map(|(_, choice)| *choice)
    }

    /// Returns the list of texts at `key`: those that `check` finds no fault with. At most `most` are allowed.
    pub(super) fn texts(
        &self,
        key: &str,
        most: usize,
        check: fn(&str) -> Result<(), String>,
    ) -> Option<Vec<String>> {
        let value = self.value(key)?;
        let list = value.get_ref().as_array();
        let list = list.or_else(|| self.wrong_type(key, value, "an array of strings"))?;
        if list.len() > most {
            let reason = format!("has {} entries; at most {most} are allowed", list.len());
            self.fault(&WRONG_VALUE, key, value.span(), &reason);
        }
        let texts = list.iter();
        Some(
            texts
                .filter_map(|text| self.checked_text(key, text, check))
                .collect(),
        )
    }

    /// Returns the text at `key` as a list of one, or the list of texts there, as [`Section::texts`] reads it.
    pub(super) fn text_or_texts(
        &self,
        key: &str,
        most: usize,
        check: fn(&str) -> Result<(), String>,
    ) -> Option<Vec<String>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Array(_) => self.texts(key, most, check),
            DeValue::String(_) => self.text(key, check).map(|text| vec![text]),
            _ => self.wrong_type(key, value, "a string or an array of strings"),
        }
    }

    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    fn checked_text(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        check: fn(&str) -> Result<(), String>,
    ) -> Option<String> {
        let text = value.get_ref().as_str();
        let text = text.or_else(|| self.wrong_type(key, value, "a string"))?;
        match check(text) {
            Ok(()) => Some(text.to_owned()),
            Err(reason) => {
                self.fault(&WRONG_VALUE, key, value.span(), &reason);
                None
            }
        }
    }

    fn wrong_type<T>(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) -> Option<T> {
        let reason = format!("takes {wanted}, not {}", type_name(value.get_ref()));
        self.fault(&WRONG_TYPE, key, value.span(), &reason);
        None
    }

    fn fault(&self, code: &'static Code, key: &str, span: Range<usize>, reason: &str) {
        let message = format!("`{}` {reason}", self.name(key));
        let fault = Diagnostic::new(code, span, message);
        self.sections.0.borrow_mut().push(fault);
    }

    fn name(&self, key: &str) -> String {
        joined(&self.path, key)
    }

    fn listed_name(&self, key: &str) -> String {
        let listed = key::names_in(&self.listed);
        let any = listed.iter().find(|name| key::is_any(name));
        joined(&self.listed, any.unwrap_or(&key))
    }
}

fn joined(table: &str, key: &str) -> String {
    if table.is_empty() {
        key.to_owned()
    } else {
        format!("{table}.{key}")
    }
}

/// More keys than this are not listed.
const MAX_LIST: usize = 16;

fn with_nearest(fault: Diagnostic, key: &str, known: &[&str]) -> Diagnostic {
    let distance = |known: &&&str| strsim::damerau_levenshtein(key, known);
    let nearest = known.iter().min_by_key(distance);
    let close = nearest.filter(|known| distance(known) <= key.len().max(known.len()) / 2);
    let list = (known.len() <= MAX_LIST).then(|| format!("`{}`", known.join("`, `")));
    match (close, list) {
        (Some(nearest), Some(list)) => fault
            .with_note(format!("the keys here are {list}"))
            .with_help(format!("write `{nearest}`, or remove the key")),
        (Some(nearest), None) => fault.with_help(format!("write `{nearest}`, or remove the key")),
        (None, Some(list)) => fault.with_help(format!("use one of {list}")),
        (None, None) => fault
            .with_note(format!("none of the {} keys here is similar", known.len()))
            .with_help("remove the key"),
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
