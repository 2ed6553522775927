//! Decodes values as the types of the client, and encodes them again.

mod encoder;

use std::io::{self, Write};
use std::marker::PhantomData;

use CLIENT::runtime::model::Numbers;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[allow(unused_imports)]
use CLIENT::*;

type Run = fn(&str) -> Result<encoder::Encoded, String>;

const TYPES: &[Run] = &[
    ROWS
];

/// A type of the client. Numbers, and lists and maps of some, are read as the client reads bodies of that type; the
/// reference makes that the first choice of method resolution.
struct Tried<T>(PhantomData<T>);

#[allow(dead_code, reason = "not every document has numbers of its own")]
trait ReadNumbers {
    fn run(&self, text: &str) -> Result<encoder::Encoded, String>;
}

impl<T: Numbers + Serialize> ReadNumbers for Tried<T> {
    fn run(&self, text: &str) -> Result<encoder::Encoded, String> {
        run(text, T::from_read)
    }
}

#[allow(dead_code, reason = "a document can have nothing but numbers")]
trait ReadModels {
    fn run(&self, text: &str) -> Result<encoder::Encoded, String>;
}

impl<T: DeserializeOwned + Serialize> ReadModels for &Tried<T> {
    fn run(&self, text: &str) -> Result<encoder::Encoded, String> {
        run(text, |value: T| value)
    }
}

fn run<R: DeserializeOwned, T: Serialize>(text: &str, of: fn(R) -> T) -> Result<encoder::Encoded, String> {
    let value = serde_json::from_str::<R>(text).map_err(|error| error.to_string())?;
    encoder::encode(&of(value)).map_err(|error| error.to_string())
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
