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
model::object!(
    sparse Update
    patch[text("text"), list("list"), secret("secret"), inner("inner")]
    patch_number[number("number")]
);
model::setters!(
    Update default
    patch[number(i64), text(String), list(Vec<String>), secret(Secret), inner(Box<Inner>)]
);

#[derive(Clone, Debug, Default, PartialEq)]
struct Inner {
    number: Patch<i32>,
}
model::object!(sparse Inner patch_number[number("number")]);
model::setters!(Inner default patch[number(i32)]);

#[track_caller]
fn check(update: &Update, sent: &Value) {
    assert_eq!(serde_json::to_value(update).ok().as_ref(), Some(sent));
}

#[test]
fn what_is_not_set_is_not_sent() {
    check(&Update::new(), &json!({}));
    check(&Update::new().number(Patch::Absent), &json!({}));
    check(&Update::new().inner(Inner::new()), &json!({ "inner": {} }));
}

#[test]
fn none_and_null_are_sent_as_null() {
    let update = Update::new().number(None).text(Patch::Null);
    let update = update.list(None).secret(None);
    let sent = json!({ "number": null, "text": null, "list": null, "secret": null, "inner": null });
    check(&update.inner(None), &sent);
    let inner = Inner::new().number(None);
    check(
        &Update::new().inner(inner),
        &json!({ "inner": { "number": null } }),
    );
}

#[test]
fn values_are_taken_as_they_come() {
    let update = Update::new().number(5).text("a").secret("s");
    let update = update.list(["b".to_owned()]).inner(Inner::new().number(6));
    let sent =
        json!({ "number": 5, "text": "a", "list": ["b"], "secret": "s", "inner": { "number": 6 } });
    check(&update, &sent);
    let name = "a".to_owned();
    let update = Update::new().number(Some(5)).text(&name);
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
