//! The `info` object, which a document may get wrong in every way.

use serde_json::{Value, json};

use crate::documents::{of_operation, operation, text};
use crate::every::every;
use clientsmith_tests::soundness::check;

#[test]
fn info_may_be_anything() {
    every(cases(), |(case, info)| {
        let mut root = of_operation(operation("get"));
        match info {
            Some(info) => root["info"] = info,
            None => drop(root.as_object_mut().unwrap().remove("info")),
        }
        let _ = check(case, &text(&root));
    });
}

fn cases() -> Vec<(&'static str, Option<Value>)> {
    let megabyte = "title ".repeat(175_000);
    vec![
        ("no info", None),
        ("info is null", Some(Value::Null)),
        ("info is a list", Some(json!([]))),
        ("info is a string", Some(json!("info"))),
        ("no title", Some(json!({ "version": "1" }))),
        ("no version", Some(json!({ "title": "T" }))),
        (
            "title is a number",
            Some(json!({ "title": 5, "version": 1.0 })),
        ),
        (
            "title is a list",
            Some(json!({ "title": ["a"], "version": {} })),
        ),
        (
            "title is null",
            Some(json!({ "title": null, "version": null })),
        ),
        (
            "title of a megabyte",
            Some(json!({ "title": megabyte, "version": megabyte })),
        ),
        (
            "description of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": megabyte })),
        ),
        (
            "word of a megabyte",
            Some(
                json!({ "title": "x".repeat(1 << 20), "version": "1", "description": "x".repeat(1 << 20) }),
            ),
        ),
        (
            "quotes of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": "> ".repeat(1 << 19) })),
        ),
        (
            "brackets of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": "[".repeat(1 << 20) })),
        ),
        (
            "backticks of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": "` `` ".repeat(1 << 17) })),
        ),
        (
            "stars of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": "*a_ ".repeat(1 << 18) })),
        ),
        (
            "tags of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": "<a><b".repeat(1 << 17) })),
        ),
        (
            "lists of a megabyte",
            Some(json!({ "title": "T", "version": "1", "description": "- ".repeat(1 << 19) })),
        ),
    ]
}
