use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;

/// Returns the day it is in UTC, as `2026-03-27`: what
/// [`SOURCE_DATE_EPOCH`](https://reproducible-builds.org/specs/source-date-epoch/) says, where it is set, or else the
/// clock.
pub(super) fn today() -> String {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok();
    let seconds = given.and_then(|seconds| seconds.parse().ok());
    date(seconds.unwrap_or_else(now))
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0))
}

fn date(seconds: i64) -> String {
    let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    moment.format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_utc() {
        assert_eq!(date(1_774_655_999), "2026-03-27");
        assert_eq!(date(1_774_656_000), "2026-03-28");
        assert_eq!(date(i64::MAX), "1970-01-01");
    }
}
