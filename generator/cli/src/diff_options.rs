use super::day::today;
use super::{Outcome, terminal};
use clientsmith::diff::{Format, Report, Threshold};

/// How changes between documents are printed, and which of them fail the command.
#[derive(Debug, clap::Args)]
pub struct DiffOptions {
    /// Format of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 if there is such a change; comma-separated
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<Threshold>,
}

impl DiffOptions {
    /// Prints `report`, and returns whether a change matches `--fail-on` that the settings do not accept today.
    #[must_use]
    pub fn print(&self, mut report: Report) -> Outcome {
        report.accept(&today());
        terminal::print(&report.render(self.format));
        let mut thresholds = self.fail_on.iter();
        if thresholds.any(|threshold| report.reaches(*threshold)) {
            Outcome::FellShort
        } else {
            Outcome::Done
        }
    }
}
