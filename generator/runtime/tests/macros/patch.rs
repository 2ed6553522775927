//! The three states of a member that can be absent, `null`, or there.

use crate::runtime::Secret;
use crate::runtime::model::{self, Patch};
use serde_json::{Value, json};

/// An update, as generated models are.
#[derive(Clone, Debug, Default, PartialEq)]
struct Update {
    number: Patch<i64>,
    text: Patch<String>,
    list: Patch<Vec<String>>,
    secret: Patch<Secret>,
    inner: Patch<Box<Inner>>,
}
model::object! {
    Update from Default {
        number: patch_number "number",
        text: patch "text",
        list: patch "list",
        secret: patch "secret",
        inner: patch "inner",
    }
}
model::setters! {
    Update {
        /// How many.
        number(impl IntoPatch<i64>),
        text(impl IntoPatch<String>),
        list(impl IntoPatch<Vec<String>>),
        secret(impl IntoPatch<Secret>),
        inner(impl IntoPatch<Box<Inner>>),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Inner {
    number: Patch<i32>,
}
model::object! {
    Inner from Default {
        number: patch_number "number",
    }
}
model::setters! {
    Inner {
        number(impl IntoPatch<i32>),
    }
}

#[track_caller]
fn check(update: &Update, sent: &Value) {
    assert_eq!(serde_json::to_value(update).ok().as_ref(), Some(sent));
}

#[test]
fn what_is_not_set_is_not_sent() {
    check(&Update::default(), &json!({}));
    check(&Update::default().number(Patch::Absent), &json!({}));
    check(
        &Update::default().inner(Inner::default()),
        &json!({ "inner": {} }),
    );
}

#[test]
fn none_and_null_are_sent_as_null() {
    let update = Update::default().number(None).text(Patch::Null);
    let update = update.list(None).secret(None);
    let sent = json!({ "number": null, "text": null, "list": null, "secret": null, "inner": null });
    check(&update.inner(None), &sent);
    let inner = Inner::default().number(None);
    check(
        &Update::default().inner(inner),
        &json!({ "inner": { "number": null } }),
    );
}

#[test]
fn values_are_taken_as_they_come() {
    let update = Update::default().number(5).text("a").secret("s");
    let update = update
        .list(["b".to_owned()])
        .inner(Inner::default().number(6));
    let sent =
        json!({ "number": 5, "text": "a", "list": ["b"], "secret": "s", "inner": { "number": 6 } });
    check(&update, &sent);
    let name = "a".to_owned();
    let update = Update::default().number(Some(5)).text(&name);
    check(
        &update.secret(name),
        &json!({ "number": 5, "text": "a", "secret": "a" }),
    );
}

#[test]
fn what_was_read_is_sent_back_unchanged() {
    for text in [
        json!({}),
        json!({ "number": null, "text": "a", "inner": { "number": null } }),
        json!({ "inner": null }),
    ] {
        let update: Update = serde_json::from_value(text.clone()).unwrap();
        check(&update, &text);
    }
}

#[test]
fn states_can_be_told_apart() {
    let states = [Patch::Absent, Patch::Null, Patch::Value(1)];
    assert_eq!(states.map(|state| state.is_absent()), [true, false, false]);
    assert_eq!(states.map(|state| state.is_null()), [false, true, false]);
    assert_eq!(states.map(Patch::into_option), [None, None, Some(1)]);
}
