//! A small document, cut off everywhere and changed byte by byte.

use crate::every::every;
use clientsmith_tests::soundness::{check, run};

/// Small enough to try everything, and of every kind of thing.
const DOCUMENT: &str = r#"openapi: 3.0.3
info: {title: "T", version: '1'}
servers: [{url: 'https://{r}.example', variables: {r: {default: a}}}]
security: [{k: []}]
paths:
  /a/{b}:
    post:
      tags: [t]
      parameters:
        - {name: b, in: path, required: true, schema: {type: string}}
        - $ref: '#/components/parameters/P'
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/U'}}}
      responses:
        '200':
          description: |
            Done
          content: {application/json: {schema: &s {type: array, items: {$ref: '#/components/schemas/O'}}}}
        4XX: {description: "No", content: {application/json: {schema: *s}}}
components:
  securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}
  parameters: {P: {name: p, in: query, schema: {type: integer, format: int32}}}
  schemas:
    E: {type: string, enum: [a, b-c]}
    O:
      type: object
      required: [e]
      properties: {e: {$ref: '#/components/schemas/E'}, o: {$ref: '#/components/schemas/O'}}
    U:
      oneOf: [{$ref: '#/components/schemas/O'}, {type: string}]
"#;

/// Bytes that mean something to YAML, to JSON, to pointers, or to nobody.
const BYTES: &[u8] = b"\0\t\n\r \"#$%&'*,-./0:<?@AZ[\\]^_`az{|}~\x7f\x80\xc3\xff";

#[test]
fn every_prefix_ends_well() {
    let _ = check("the whole", DOCUMENT.as_bytes()).unwrap();
    every(0..DOCUMENT.len(), |length| {
        try_it(
            &format!("first {length} bytes"),
            &DOCUMENT.as_bytes()[..length],
        );
    });
}

#[test]
fn every_byte_may_be_missing() {
    every(0..DOCUMENT.len(), |place| {
        let mut bytes = DOCUMENT.as_bytes().to_vec();
        let _ = bytes.remove(place);
        try_it(&format!("without byte {place}"), &bytes);
    });
}

#[test]
fn every_byte_may_be_another() {
    // A step that has no divisor in common with the number of bytes reaches all of them at all places in time.
    every(0..DOCUMENT.len() * 3, |place| {
        let byte = BYTES[place * 7 % BYTES.len()];
        let place = place % DOCUMENT.len();
        let mut bytes = DOCUMENT.as_bytes().to_vec();
        bytes[place] = byte;
        try_it(&format!("byte {place} is {:?}", char::from(byte)), &bytes);
    });
}

#[test]
fn lines_may_be_missing_or_repeated() {
    let lines: Vec<&str> = DOCUMENT.split_inclusive('\n').collect();
    every(0..lines.len(), |place| {
        let (before, after) = lines.split_at(place);
        let missing = before
            .iter()
            .chain(&after[1..])
            .copied()
            .collect::<String>();
        try_it(&format!("without line {place}"), missing.as_bytes());
        let repeated = before
            .iter()
            .chain(&after[..1])
            .chain(after)
            .copied()
            .collect::<String>();
        try_it(&format!("line {place} twice"), repeated.as_bytes());
    });
}

/// What is refused is shown; what is accepted is checked in full, which takes longer.
fn try_it(case: &str, bytes: &[u8]) {
    match run(case, bytes) {
        Ok(_) => drop(check(case, bytes)),
        Err(problems) => {
            let report = problems.render(false);
            assert!(
                problems.has_errors() && report.contains("hostile.yaml:"),
                "{case}: {report}"
            );
        }
    }
}

/// The document that is changed.
pub fn document() -> serde_json::Value {
    serde_yaml::from_str(DOCUMENT).unwrap()
}
