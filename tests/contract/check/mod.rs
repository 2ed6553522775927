//! What holds for the client of any API.

mod calls;
mod enums;
mod envelope;
mod exchange;
mod refusals;
mod request;
mod successes;
mod tables;
mod types;

pub use enums::enums;
pub use refusals::refusals;
pub use successes::successes;
pub use tables::tables;
pub use types::types;

/// Defines the tests of the contract `$contract`.
macro_rules! tests {
    ($contract:expr) => {
        #[test]
        fn the_tables_list_what_the_document_has() {
            $crate::check::tables(&$contract);
        }

        #[test]
        fn named_schemas_are_read_and_written_again() {
            $crate::check::types(&$contract);
        }

        #[test]
        fn enums_list_the_values_of_the_document_and_keep_others() {
            $crate::check::enums(&$contract);
        }

        #[tokio::test]
        async fn requests_are_valid_and_documented_answers_are_read() {
            $crate::check::successes(&$contract).await;
        }

        #[tokio::test]
        async fn refusals_are_errors_with_status_and_body() {
            $crate::check::refusals(&$contract).await;
        }
    };
}

pub(crate) use tests;

/// Fails if anything was found to be wrong.
fn report(problems: &[String]) {
    assert!(
        problems.is_empty(),
        "{} problems:\n{}",
        problems.len(),
        problems.join("\n")
    );
}
