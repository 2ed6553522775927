//! Decodes values as the types of the client, and encodes them again.

mod encoder;

use std::io::{self, Write};

#[allow(unused_imports)]
use CLIENT::*;

type Run = fn(&str) -> Result<encoder::Encoded, String>;

const TYPES: &[Run] = &[
    ROWS
];

fn run<T: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> Result<encoder::Encoded, String> {
    let value = serde_json::from_str::<T>(text).map_err(|error| error.to_string())?;
    encoder::encode(&value).map_err(|error| error.to_string())
}

/// Writes a line for each pair of a type and a value in the file that is the first argument.
fn main() -> io::Result<()> {
    let file = std::env::args().nth(1).unwrap_or_default();
    let cases: Vec<(usize, String)> = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let mut output = io::stdout().lock();
    for (ty, text) in cases {
        let result = TYPES.get(ty).map(|run| run(&text));
        writeln!(output, "{}", serde_json::to_string(&result)?)?;
        output.flush()?;
    }
    Ok(())
}
