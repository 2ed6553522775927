//! A call of every operation.

use clickhouse_cloud::models::{
    BackupConfigurationPatchRequest, CloudProvider, ComplianceType, Error,
    InstancePrivateEndpointsPatch, IpAccessListEntry, IpAccessListPatch, Region, ReleaseChannel,
    ServiceEndpointChange, ServiceEndpointChangeProtocol, ServicePasswordPatchRequest,
    ServicePatchRequest, ServicePostRequest, ServiceProfile, ServiceScalingPatchRequest,
    ServiceStateCommand, ServiceStatePatchRequest, ServiceTier,
};
use clickhouse_cloud::{Client, Patch};

use crate::adapter::adapter;
use crate::contract::{Call, Row};

adapter!(clickhouse_cloud, errors: [Error]);

/// The ID of an organization.
pub const ORGANIZATION: &str = "3c1f0b7e-52f4-4a0d-9d3e-8e5f5a6c7b80";
/// The ID of a service.
pub const SERVICE: &str = "9a4d2c6b-1e3f-4b5a-8c7d-0f1e2d3c4b5a";
/// The ID of a backup.
pub const BACKUP: &str = "5e6f7a8b-9c0d-4e1f-a2b3-c4d5e6f7a8b9";

/// What the calls below pass.
pub const ARGUMENTS: &[(&str, &str)] = &[
    ("organizationId", ORGANIZATION),
    ("serviceId", SERVICE),
    ("backupId", BACKUP),
    (
        "filter",
        r#"["tag:Environment=größe, 100 %","tag:a&b=c+d"]"#,
    ),
    ("filtered_metrics", "true"),
];

/// The calls, in the order of the document.
pub const CALLS: &[Row<Call<Client>>] = &[
    ("instanceGetList", |client| {
        outcome(client.instance_get_list(ORGANIZATION).send())
    }),
    ("instanceGetList", |client| {
        let tags = ["tag:Environment=größe, 100 %", "tag:a&b=c+d"];
        outcome(client.instance_get_list(ORGANIZATION).filter(&tags).send())
    }),
    ("instanceGetList", |client| {
        let tags = ["tag:Environment=größe, 100 %", "tag:a&b=c+d"].map(str::to_owned);
        outcome(
            client
                .instance_get_list(ORGANIZATION)
                .filter(tags.as_slice())
                .send(),
        )
    }),
    ("instanceCreate", |client| {
        let body = ServicePostRequest::new("sensors", CloudProvider::Aws, Region::UsEast2);
        outcome(client.instance_create(ORGANIZATION, &body).send())
    }),
    ("instanceCreate", |client| {
        outcome(client.instance_create(ORGANIZATION, &everything()).send())
    }),
    ("instanceGet", |client| {
        outcome(client.instance_get(ORGANIZATION, SERVICE).send())
    }),
    ("instanceUpdate", |client| {
        let body = ServicePatchRequest::new();
        outcome(client.instance_update(ORGANIZATION, SERVICE, &body).send())
    }),
    ("instanceUpdate", |client| {
        let addresses = IpAccessListPatch::new()
            .add([entry()])
            .remove([IpAccessListEntry::new().source("2001:db8::/32")]);
        let endpoints = InstancePrivateEndpointsPatch::new()
            .add(["vpce-0a1b2c3d4e5f60718".to_owned()])
            .remove([]);
        let body = ServicePatchRequest::new()
            .name("sensors north")
            .ip_access_list(addresses)
            .private_endpoint_ids(endpoints)
            .release_channel(ReleaseChannel::Slow)
            .endpoints([mysql()])
            .transparent_data_encryption_key_id("arn:aws:kms:key/1");
        outcome(client.instance_update(ORGANIZATION, SERVICE, &body).send())
    }),
    ("instanceDelete", |client| {
        outcome(client.instance_delete(ORGANIZATION, SERVICE).send())
    }),
    ("instancePrivateEndpointConfigGet", |client| {
        outcome(
            client
                .instance_private_endpoint_config_get(ORGANIZATION, SERVICE)
                .send(),
        )
    }),
    ("instanceStateUpdate", |client| {
        let body = ServiceStatePatchRequest::new().command(ServiceStateCommand::Stop);
        outcome(
            client
                .instance_state_update(ORGANIZATION, SERVICE, &body)
                .send(),
        )
    }),
    ("instanceScalingUpdate", |client| {
        let body = ServiceScalingPatchRequest::new()
            .num_replicas(3)
            .idle_scaling(false)
            .idle_timeout_minutes(5);
        #[expect(deprecated, reason = "what is deprecated has to work still")]
        outcome(
            client
                .instance_scaling_update(
                    ORGANIZATION,
                    SERVICE,
                    &body.min_total_memory_gb(24).max_total_memory_gb(1068),
                )
                .send(),
        )
    }),
    ("instancePasswordUpdate", |client| {
        let body = ServicePasswordPatchRequest::new();
        outcome(
            client
                .instance_password_update(ORGANIZATION, SERVICE, &body)
                .send(),
        )
    }),
    ("instancePasswordUpdate", |client| {
        let body = ServicePasswordPatchRequest::new()
            .new_password_hash("kPXFxq8I7eBCSlBMXGoTdHlB5KU1Jci0eCgpa4SYWNQ=")
            .new_double_sha1_hash("0f3b2d1c4a5968778695a4b3c2d1e0f102132435");
        outcome(
            client
                .instance_password_update(ORGANIZATION, SERVICE, &body)
                .send(),
        )
    }),
    ("instancePrometheusGet", |client| {
        outcome(client.instance_prometheus_get(ORGANIZATION, SERVICE).send())
    }),
    ("instancePrometheusGet", |client| {
        outcome(
            client
                .instance_prometheus_get(ORGANIZATION, SERVICE)
                .filtered_metrics(true)
                .send(),
        )
    }),
    ("backupGetList", |client| {
        outcome(client.backup_get_list(ORGANIZATION, SERVICE).send())
    }),
    ("backupGet", |client| {
        outcome(client.backup_get(ORGANIZATION, SERVICE, BACKUP).send())
    }),
    ("backupConfigurationGet", |client| {
        outcome(
            client
                .backup_configuration_get(ORGANIZATION, SERVICE)
                .send(),
        )
    }),
    ("backupConfigurationUpdate", |client| {
        let body = BackupConfigurationPatchRequest::new()
            .backup_period_in_hours(12)
            .backup_retention_period_in_hours(Patch::Null)
            .backup_start_time("02:30");
        outcome(
            client
                .backup_configuration_update(ORGANIZATION, SERVICE, &body)
                .send(),
        )
    }),
];

/// The body of `instanceCreate` with all that it can have.
#[expect(deprecated, reason = "what is deprecated has to work still")]
fn everything() -> ServicePostRequest {
    ServicePostRequest::new("sensors", CloudProvider::Gcp, Region::EuropeWest4)
        .tier(ServiceTier::DedicatedStandardN2dStandard32_16Ssd)
        .min_total_memory_gb(24)
        .max_total_memory_gb(48)
        .private_endpoint_ids(["1234567890".to_owned()])
        .ip_access_list([entry()])
        .min_replica_memory_gb(8)
        .max_replica_memory_gb(356)
        .num_replicas(20)
        .idle_scaling(true)
        .idle_timeout_minutes(15)
        .is_readonly(false)
        .data_warehouse_id("7b8c9d0e-1f2a-4b3c-8d4e-5f6a7b8c9d0e")
        .backup_id(BACKUP)
        .encryption_key("arn:aws:kms:key/1")
        .encryption_assumed_role_identifier("arn:aws:iam::role/disk-key")
        .private_preview_terms_checked(true)
        .release_channel(ReleaseChannel::Fast)
        .byoc_id("byoc-east")
        .has_transparent_data_encryption(false)
        .endpoints([mysql()])
        .profile(ServiceProfile::V1HighmemXs)
        .compliance_type(ComplianceType::Hipaa)
}

fn entry() -> IpAccessListEntry {
    IpAccessListEntry::new()
        .source("203.0.113.0/24")
        .description("Büro in Potsdam")
}

fn mysql() -> ServiceEndpointChange {
    ServiceEndpointChange::new()
        .protocol(ServiceEndpointChangeProtocol::Mysql)
        .enabled(true)
}
