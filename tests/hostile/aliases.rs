//! YAML aliases, merges and repeated keys that make much of little.

use std::fmt::Write;

use crate::every::every;
use crate::isolated::{Case, check_all};
use clientsmith_tests::soundness::warned;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";

#[test]
fn aliases_end() {
    check_all(CASES);
}

pub const CASES: &[Case] = &[
    ("bomb of lists", || {
        bomb(|name| vec![format!("*{name}"); 10].join(", "), "[", "]")
    }),
    ("bomb of mappings", || {
        bomb(
            |name| {
                (0..10)
                    .map(|key| format!("k{key}: *{name}, "))
                    .collect::<Vec<_>>()
                    .concat()
            },
            "{",
            "}",
        )
    }),
    ("bomb of merges", || {
        bomb(
            |name| format!("<<: [*{name}, *{name}], k{name}: *{name}"),
            "{",
            "}",
        )
    }),
    ("bomb of text", || {
        let long = "x".repeat(1 << 20);
        format!("{HEAD}x-a: &a {long}\nx-b: [{}]\n", "*a, ".repeat(10_000)).into_bytes()
    }),
    ("alias of itself", || {
        format!("{HEAD}x-a: &a [*a]\n").into_bytes()
    }),
    ("mapping merged into itself", || {
        format!("{HEAD}x-a: &a\n  <<: *a\n").into_bytes()
    }),
    ("alias of nothing", || {
        format!("{HEAD}x-a: *a\n").into_bytes()
    }),
    ("many anchors", || {
        let lines = (0..100_000).map(|place| format!("x-{place}: &a{place} {place}\n"));
        (HEAD.to_owned() + &lines.collect::<String>()).into_bytes()
    }),
    ("anchor of ten thousand letters", || {
        let name = "a".repeat(10_000);
        format!("{HEAD}x-a: &{name} 1\nx-b: *{name}\n").into_bytes()
    }),
    ("merge of a number", || {
        format!("{HEAD}x-a: {{<<: 5}}\n").into_bytes()
    }),
    ("a hundred thousand equal keys", || {
        (HEAD.to_owned() + &"x-a: 1\n".repeat(100_000)).into_bytes()
    }),
];

fn bomb(inner: fn(&str) -> String, open: &str, close: &str) -> Vec<u8> {
    let mut text = format!("{HEAD}x-0: &a0 {open}a: b{close}\n");
    for level in 1..40 {
        let inner = inner(&format!("a{}", level - 1));
        let _ = writeln!(text, "x-{level}: &a{level} {open}{inner}{close}");
    }
    text.into_bytes()
}

#[test]
fn repeated_keys_are_told() {
    let repeated = [
        "openapi: 3.0.3\n",
        "paths: {}\n",
        "x-a: {b: 1, b: 1}\n",
        "x-a: {b: 1, 'b': 2, \"b\": 3}\n",
        "x-a: {\"\\u0062\": 1, b: 2}\n",
        "x-a: {1: 1, '1': 2}\n",
        "x-a:\n  - b:\n    b:\n",
    ];
    every(repeated, |text| {
        warned(text, (HEAD.to_owned() + text).as_bytes(), "duplicate-key");
    });
    warned(
        "JSON",
        br#"{"openapi": "3.0.3", "info": {}, "paths": {}, "a": 1, "a": 1}"#,
        "duplicate-key",
    );
}
