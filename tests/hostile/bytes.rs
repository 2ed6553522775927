//! Bytes that are no document.

use crate::every::every;
use clientsmith_tests::soundness::{accepted, check, refused};

const DOCUMENT: &str = "openapi: 3.0.3\ninfo:\n  title: T\n  version: '1'\npaths: {}\n";

#[test]
fn what_is_no_document_is_refused() {
    every(refusals(), |(case, bytes)| {
        assert!(check(case, &bytes).is_err(), "{case}: accepted");
    });
}

fn refusals() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("nothing", vec![]),
        ("only a BOM", text("\u{feff}")),
        ("only blanks", text("  \n\t\n")),
        ("only comments", text("# a\n# b\n")),
        ("null", text("null")),
        ("a list", text("- a\n- b\n")),
        ("a string", text("just words")),
        ("a number", text("42")),
        ("an empty object", text("{}")),
        ("two documents", text(&format!("{DOCUMENT}---\n{DOCUMENT}"))),
        (
            "a thousand documents",
            text(&format!("---\n{DOCUMENT}").repeat(1_000)),
        ),
        ("tabs", text("openapi: 3.0.3\ninfo: [\n\ttitle: T\n")),
        ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        (
            "gzip",
            b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\xae\x05\0".to_vec(),
        ),
        ("ELF", b"\x7fELF\x02\x01\x01\0".to_vec()),
        ("zeros", vec![0; 10_000]),
        ("every byte", (0..=255).collect()),
        ("invalid UTF-8", b"openapi: \xff\xfe\n".to_vec()),
        ("half a surrogate", b"openapi: \"\\ud800\"\n".to_vec()),
        ("UTF-16 of odd length", vec![0xff, 0xfe, b'a', 0, b'b']),
        ("UTF-16 with half a surrogate", vec![0xff, 0xfe, 0x00, 0xd8]),
        ("UTF-32", vec![0xff, 0xfe, 0, 0, b'a', 0, 0, 0]),
        (
            "HTML",
            text("<!doctype html><html><body>Login</body></html>"),
        ),
        ("TOML", text("[package]\nname = \"a\"\n")),
        ("a shell script", text("#!/bin/sh\nrm -rf /\n")),
        ("Swagger 1", text("swagger: '1.2'\n")),
        ("OpenAPI 9", text("openapi: 9.9.9\n")),
        ("OpenAPI of a list", text("openapi: [3, 0]\n")),
        ("YAML directive", text("%YAML 9.9\n---\na: 1\n")),
        (
            "YAML tag directive",
            text("%TAG ! tag:evil,2000:\n---\n!a b\n"),
        ),
        (
            "Python object",
            text("!!python/object/apply:os.system ['id']\n"),
        ),
        ("key that is a mapping", text("? {a: b}\n: c\n")),
        (
            "endless quote",
            text(&format!("a: \"{}", "x".repeat(1 << 20))),
        ),
        (
            "a line of a megabyte",
            text(&format!("a: b: {}", "x ".repeat(1 << 19))),
        ),
        ("a million dashes", text(&"-".repeat(1_000_000))),
        ("a million colons", text(&":".repeat(1_000_000))),
        ("a million question marks", text(&"? ".repeat(500_000))),
        (
            "a million blank lines",
            text(&("a:\n".to_owned() + &"\n".repeat(1_000_000) + "\tb")),
        ),
    ]
}

#[test]
fn a_document_may_be_written_in_every_way() {
    let utf16 = |little: bool| -> Vec<u8> {
        let units = ("\u{feff}".to_owned() + DOCUMENT)
            .encode_utf16()
            .collect::<Vec<_>>();
        units
            .iter()
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    };
    let cases = [
        ("plain", DOCUMENT.as_bytes().to_vec()),
        ("BOM", ("\u{feff}".to_owned() + DOCUMENT).into_bytes()),
        ("CRLF", DOCUMENT.replace('\n', "\r\n").into_bytes()),
        ("CR", DOCUMENT.replace('\n', "\r").into_bytes()),
        ("no last line end", DOCUMENT.trim_end().as_bytes().to_vec()),
        (
            "explicit document",
            format!("%YAML 1.2\n---\n{DOCUMENT}...\n").into_bytes(),
        ),
        ("UTF-16LE", utf16(true)),
        ("UTF-16BE", utf16(false)),
        (
            "JSON",
            br#"{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{}}"#.to_vec(),
        ),
    ];
    every(cases, |(case, bytes)| drop(accepted(case, &bytes)));
}

#[test]
fn large_texts_are_read_or_refused() {
    let comment = "# 0123456789 0123456789 0123456789 0123456789\n".repeat(1_100_000);
    let _ = check("50 MB of comments", (comment + DOCUMENT).as_bytes());
    let word = DOCUMENT.to_owned() + "x-a: " + &"x".repeat(50_000_000);
    let _ = check("50 MB of one word", word.as_bytes());
    refused("70 MB", &vec![b'a'; 70_000_000], "document-too-large");
}
