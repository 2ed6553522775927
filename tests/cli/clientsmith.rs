//! Runs the program `clientsmith`: each file in `clientsmith/` is a session, in a copy of the folder `.in` beside it.

#[test]
fn sessions_go_as_they_are_written() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1774655999")
        .case("../tests/cli/clientsmith/*.trycmd");
}
