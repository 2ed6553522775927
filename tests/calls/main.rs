//! What a call costs against the same call written by hand with reqwest and derived types, over HTTP on loopback.
//!
//! `cargo xtask bench --calls` runs it. Ratios are medians of pairs of rounds; nothing is asserted.

mod by_hand;
mod server;

use std::future::Future;
use std::time::{Duration, Instant};

use by_hand::Services;
use tiger_cloud::Client;

/// How often the same call is repeated within a round, and what it receives.
struct Row {
    name: &'static str,
    services: usize,
    calls: usize,
}

const ROWS: &[Row] = &[
    Row {
        name: "one object",
        services: 1,
        calls: 400,
    },
    Row {
        name: "100 objects",
        services: 100,
        calls: 100,
    },
    Row {
        name: "10 MB",
        services: 9_000,
        calls: 2,
    },
];

const ROUNDS: usize = 41;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let is_wanted = |row: &&Row| {
        wanted.is_empty() || wanted.iter().any(|name| row.name.contains(name.as_str()))
    };
    for row in ROWS.iter().filter(is_wanted) {
        let (address, bytes) = server::serve(row.services)?;
        let client = Client::builder()
            .base_url(address.as_str())
            .basic_auth("public", "secret")
            .build()?;
        let by_hand = Services::new(&address)?;
        let mut rounds = Vec::with_capacity(ROUNDS);
        let ours = || {
            time(row.calls, || async {
                client.get_services("p").await.map(|found| found.len())
            })
        };
        let theirs = || {
            time(row.calls, || async {
                by_hand.list("p").await.map(|found| found.len())
            })
        };
        for round in 0..=ROUNDS {
            // Each goes first in every other round.
            let pair = if round % 2 == 0 {
                let ours = ours().await?;
                (ours, theirs().await?)
            } else {
                let theirs = theirs().await?;
                (ours().await?, theirs)
            };
            // The first round opens the connections.
            if round > 0 {
                rounds.push(pair);
            }
        }
        report(row, bytes, &rounds);
    }
    Ok(())
}

/// The average duration of a call.
async fn time<E, F: Future<Output = Result<usize, E>>>(
    calls: usize,
    call: impl Fn() -> F,
) -> Result<Duration, E> {
    let start = Instant::now();
    for _ in 0..calls {
        std::hint::black_box(call().await?);
    }
    Ok(start.elapsed() / u32::try_from(calls).unwrap_or(1))
}

fn report(row: &Row, bytes: usize, rounds: &[(Duration, Duration)]) {
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    let micros = |duration: &Duration| duration.as_secs_f64() * 1e6;
    let ours = middle(rounds.iter().map(|(ours, _)| micros(ours)).collect());
    let by_hand = middle(rounds.iter().map(|(_, by_hand)| micros(by_hand)).collect());
    let ratio = middle(
        rounds
            .iter()
            .map(|(ours, by_hand)| micros(ours) / micros(by_hand))
            .collect(),
    );
    println!(
        "{:<12} {bytes:>9} bytes: by hand {by_hand:>10.1} us, client {ours:>10.1} us, {ratio:.3} x",
        row.name
    );
}
