use serde_json::json;

use super::*;
use crate::diagnostics::{Diagnostics, Severity};
use std::sync::Arc;

fn read_text(text: &str) -> Result<Tree, Vec<Diagnostic>> {
    read(&Source::new("api.yaml", text), &Limits::default())
}

fn check(text: &str, expected: &Value) {
    match read_text(text) {
        Ok(tree) => {
            assert_eq!(tree.value, *expected, "{text}");
            assert_eq!(tree.problems, [], "{text}");
        }
        Err(problems) => panic!("{text}: {problems:?}"),
    }
}

/// Each of `expected` is `line:column: severity[code]`, in the order of the text.
fn check_problems(text: &str, limits: &Limits, expected: &[&str]) -> String {
    let source = Arc::new(Source::new("api.yaml", text));
    let (problems, readable) = match read(&source, limits) {
        Ok(tree) => (tree.problems, true),
        Err(problems) => (problems, false),
    };
    let mut diagnostics = Diagnostics::new(source);
    diagnostics.extend(problems);
    let shown = diagnostics.render(false);
    let mut codes = Vec::new();
    for line in shown.lines() {
        if line.starts_with("error[") || line.starts_with("warning[") {
            codes.push(line.to_owned());
        } else if let (Some((_, place)), Some(code)) =
            (line.split_once("─[api.yaml:"), codes.last_mut())
        {
            *code = format!("{}: {code}", place.trim_end_matches(']'));
        }
    }
    assert_eq!(codes, expected, "{text:.300}\n{shown}");
    assert!(
        readable
            || diagnostics
                .iter()
                .any(|it| it.severity() == Severity::Error)
    );
    shown
}

fn check_faults(text: &str, expected: &[&str]) -> String {
    check_problems(text, &Limits::default(), expected)
}

#[test]
fn versions_are_spelled_as_in_the_text() {
    for (text, version) in [
        ("info: { version: 1.10 }", json!("1.10")),
        ("info:\n  version: 2.0 # not 2\n", json!(2.0)),
        (r#"{"info": {"version": 1.10}}"#, json!("1.10")),
        ("info: { version: 1.1 }", json!(1.1)),
        ("info: { version: 7 }", json!(7)),
        ("a: &a 1.10\ninfo: { version: *a }", json!(1.1)),
    ] {
        let tree = read_text(text).unwrap();
        assert_eq!(tree.value["info"]["version"], version, "{text}");
    }
}

#[test]
fn json_and_yaml_give_the_same_tree() {
    let expected = json!({"a": [1, -2, 1.5, true, null, "x"], "b": {}});
    check(
        r#" {"a": [1, -2, 1.5, true, null, "x"], "b": {}}"#,
        &expected,
    );
    check("a: [1, -2, 1.5, true, null, x]\nb: {}\n", &expected);
    check(
        "# c\n---\na:\n- 1\n- -2\n- 1.5\n- true\n- ~\n- x\nb: {}\n...\n",
        &expected,
    );
}

#[test]
fn yaml_that_begins_like_json_is_read() {
    check("{a: 1, b: [x, y,],}", &json!({"a": 1, "b": ["x", "y"]}));
    check("{\"a\": 1} # one\n", &json!({"a": 1}));
}

#[test]
fn key_order_is_kept() {
    let Ok(tree) = read_text("b: 1\na: 2\nc: 3\n") else {
        panic!("readable");
    };
    assert_eq!(tree.value.to_string(), r#"{"b":1,"a":2,"c":3}"#);
}

#[test]
fn keys_are_text() {
    let text = "200: a\ntrue: b\n1.5: c\nnull: d\n2020-01-01: e\n~: f\n0x10: g\n'4': h\n";
    let expected = json!({"200": "a", "true": "b", "1.5": "c", "null": "d", "2020-01-01": "e", "~": "f", "0x10": "g", "4": "h"});
    check(text, &expected);
}

#[test]
fn scalars_follow_the_core_schema() {
    let text = "a: 12:30:59\nb: NO\nc: on\nd: 1_000\ne: 007\nf: 0o17\ng: 2020-01-01\nh: !!str 1\ni: 1e3\nj:\n";
    let expected = json!({"a": "12:30:59", "b": "NO", "c": "on", "d": "1_000", "e": "007", "f": 15, "g": "2020-01-01", "h": "1", "i": 1000.0, "j": null});
    check(text, &expected);
}

#[test]
fn integers_beyond_64_bits_become_doubles() {
    let expected = json!({"a": -9_223_372_036_854_776_000.0, "b": 18_446_744_073_709_552_000.0, "c": i64::MIN, "d": u64::MAX, "e": 1e40});
    let text = "a: -9223372036854776000\nb: 18446744073709552000\nc: -9223372036854775808\nd: 18446744073709551615\ne: 10000000000000000000000000000000000000000\n";
    check(text, &expected);
    check(
        r#"{"a": -9223372036854776000, "b": 18446744073709552000, "c": -9223372036854775808, "d": 18446744073709551615, "e": 10000000000000000000000000000000000000000}"#,
        &expected,
    );
}

#[test]
fn merge_keys_fill_in_what_is_missing() {
    let text =
        "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 0\nd: {<<: *b, <<: *a}\n";
    let Ok(tree) = read_text(text) else {
        panic!("readable");
    };
    assert_eq!(
        tree.value.pointer("/c"),
        Some(&json!({"x": 0, "y": 2, "z": 4}))
    );
    assert_eq!(
        tree.value.pointer("/d"),
        Some(&json!({"y": 3, "z": 4, "x": 1}))
    );
    assert_eq!(tree.problems, []);
    check(r#"{"<<": {"a": 1}}"#, &json!({"<<": {"a": 1}}));
    check_faults("a:\n  <<: 5\n", &["2:7: warning[yaml-merge]"]);
}

#[test]
fn all_problems_are_collected() {
    let text = "a: 1\nb: {c: .nan, c: !include x.yaml}\na: .inf\na: !t [1]\n";
    check_faults(
        text,
        &[
            "2:14: warning[duplicate-key]",
            "2:17: warning[number-not-finite]",
            "2:17: warning[yaml-tag]",
            "4:1: warning[duplicate-key]",
            "4:1: warning[number-not-finite]",
            "4:1: warning[yaml-tag]",
        ],
    );
    check_faults(
        "{\"a\": {\"b\": 1,\n\"b\": 2}}",
        &["2:1: warning[duplicate-key]"],
    );
}

#[test]
fn what_is_found_before_a_syntax_error_is_kept() {
    check_faults(
        "a: 1\na: 2\nb: [\n",
        &["2:1: warning[duplicate-key]", "4:1: error[yaml-syntax]"],
    );
}

#[test]
fn what_is_no_document_is_refused() {
    for text in [
        "",
        " \n",
        "# only a comment\n",
        "---\n",
        "null",
        "\n---\n...\n",
    ] {
        check_faults(text, &["1:1: error[document-empty]"]);
    }
    check_faults("- a\n- b\n", &["1:1: error[document-not-a-mapping]"]);
    check_faults("[1]", &["1:1: error[document-not-a-mapping]"]);
    check_faults("5", &["1:1: error[document-not-a-mapping]"]);
    let shown = check_faults(
        "<html><body/></html>",
        &["1:1: error[document-not-a-mapping]"],
    );
    assert!(shown.contains("login page"), "{shown}");
}

#[test]
fn only_one_document_is_read() {
    check("a: 1\n---\n", &json!({"a": 1}));
    check_faults(
        "---\na: ä\n---\n# c\nb: 2\n",
        &["3:1: error[several-documents]"],
    );
    check_faults("a: 1\n--- x\n--- y\n", &["2:1: error[several-documents]"]);
}

#[test]
fn syntax_errors_have_a_place_and_a_help() {
    let cases = [
        ("a:\n\tb: 1\n", "2:1", "tabs"),
        ("ä: é\nb: c: d\n", "2:5", "quote a value that contains"),
        ("a: @b\n", "1:4", "quote a value that begins"),
        ("a: *b\n", "1:4", "anchor"),
        ("a: {b: 1\n", "2:1", "correct the YAML"),
        ("a: \"b\n", "2:1", "close the quote"),
        ("a: 1\n b: 2\n", "2:3", "indented as far"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "column"),
        ("? {a: 1}\n: b\n", "1:3", "quote the key"),
        ("a: \u{1}\n", "1:4", "invisible"),
    ];
    for (text, place, help) in cases {
        let shown = check_faults(text, &[&format!("{place}: error[yaml-syntax]")]);
        assert!(shown.contains(help), "{shown}");
    }
    check_faults("{\n \"ä\": 1,\n \"b\" 2\n}", &["3:6: error[json-syntax]"]);
    check_faults("{\"a\": \"b", &["1:8: error[json-syntax]"]);
}

#[test]
fn nesting_is_limited() {
    let around = |depth: usize, open: &str, close: &str| {
        format!("{}0{}", open.repeat(depth), close.repeat(depth))
    };
    let yaml = |depth| format!("a: {}", around(depth, "[", "]"));
    assert!(read_text(&yaml(Limits::MAX_DEPTH - 1)).is_ok());
    check_faults(
        &yaml(Limits::MAX_DEPTH),
        &["1:123: error[document-too-deep]"],
    );
    check_faults(&yaml(10_000), &["1:259: error[document-too-deep]"]);
    assert!(read_text(&around(Limits::MAX_DEPTH, "{\"a\":", "}")).is_ok());
    // Beyond 255 levels of flow style, a pointer is only found for what is around it.
    for (depth, column) in [(Limits::MAX_DEPTH + 1, 597), (10_000, 1)] {
        let expected = format!("1:{column}: error[document-too-deep]");
        check_faults(&around(depth, "{\"a\":", "}"), &[&expected]);
    }
    let lines: Vec<_> = (0..1_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    check_faults(&lines.concat(), &["120:120: error[document-too-deep]"]);
}

#[test]
fn aliases_are_limited() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let list = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &[
            "a",
            &level.to_string(),
            ": &a",
            &level.to_string(),
            " [",
            &list,
            "]\n",
        ]
        .concat();
    }
    let Err(problems) = read_text(&bomb) else {
        panic!("refused");
    };
    assert!(
        problems
            .iter()
            .all(|it| it.code.id == "document-too-many-values"),
        "{problems:?}"
    );
    check_faults("a: &a [*a]\n", &["1:8: error[document-too-deep]"]);
    let long = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(1_000),
        "*a, ".repeat(10_000)
    );
    let limits = Limits {
        bytes: 100_000,
        ..Limits::default()
    };
    check_problems(&long, &limits, &["2:397: error[document-too-large]"]);
}

#[test]
fn size_and_count_are_limited() {
    let limits = Limits {
        bytes: 10,
        depth: 2,
        nodes: 4,
    };
    check_problems(
        "a: 1234567890",
        &limits,
        &["1:1: error[document-too-large]"],
    );
    check_problems(
        "a: 1\nb: 2",
        &limits,
        &["2:4: error[document-too-many-values]"],
    );
    check_problems("{\"a\":[[]]}", &limits, &["1:7: error[document-too-deep]"]);
}
