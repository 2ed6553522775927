//! The type of every named schema and of every enum.

use clickhouse_cloud::models::{
    Acknowledgement, AwsBackupBucketProperties, AwsBackupBucketPropertiesBucketProvider,
    AzureBackupBucketProperties, AzureBackupBucketPropertiesBucketProvider, Backup, BackupBucket,
    BackupConfiguration, BackupConfigurationPatchRequest, BackupStatus, BackupType, CloudProvider,
    ComplianceType, EndpointProtocol, Error, GcpBackupBucketProperties,
    GcpBackupBucketPropertiesBucketProvider, InstancePrivateEndpointsPatch, IpAccessListEntry,
    IpAccessListPatch, PrivateEndpointConfig, Region, ReleaseChannel, Service, ServiceEndpoint,
    ServiceEndpointChange, ServiceEndpointChangeProtocol, ServicePasswordPatchRequest,
    ServicePasswordPatchResponse, ServicePatchRequest, ServicePostRequest, ServicePostResponse,
    ServiceProfile, ServiceScalingPatchRequest, ServiceState, ServiceStateCommand,
    ServiceStatePatchRequest, ServiceTier,
};

use crate::adapter::{again, enumerated};
use crate::contract::{Again, Enumerated, Row};

/// The types of the named schemas, in the order of the document.
pub const TYPES: &[Row<Again>] = &[
    ("Acknowledgement", again::<Acknowledgement>),
    ("Error", again::<Error>),
    ("Service", again::<Service>),
    ("ServiceEndpoint", again::<ServiceEndpoint>),
    ("ServiceEndpointChange", again::<ServiceEndpointChange>),
    ("IpAccessListEntry", again::<IpAccessListEntry>),
    ("IpAccessListPatch", again::<IpAccessListPatch>),
    (
        "InstancePrivateEndpointsPatch",
        again::<InstancePrivateEndpointsPatch>,
    ),
    ("ServicePostRequest", again::<ServicePostRequest>),
    ("ServicePostResponse", again::<ServicePostResponse>),
    ("ServicePatchRequest", again::<ServicePatchRequest>),
    ("PrivateEndpointConfig", again::<PrivateEndpointConfig>),
    (
        "ServiceStatePatchRequest",
        again::<ServiceStatePatchRequest>,
    ),
    ("ServiceStateCommand", again::<ServiceStateCommand>),
    (
        "ServiceScalingPatchRequest",
        again::<ServiceScalingPatchRequest>,
    ),
    (
        "ServicePasswordPatchRequest",
        again::<ServicePasswordPatchRequest>,
    ),
    (
        "ServicePasswordPatchResponse",
        again::<ServicePasswordPatchResponse>,
    ),
    ("Backup", again::<Backup>),
    ("BackupStatus", again::<BackupStatus>),
    ("BackupType", again::<BackupType>),
    ("BackupBucket", again::<BackupBucket>),
    (
        "AwsBackupBucketProperties",
        again::<AwsBackupBucketProperties>,
    ),
    (
        "GcpBackupBucketProperties",
        again::<GcpBackupBucketProperties>,
    ),
    (
        "AzureBackupBucketProperties",
        again::<AzureBackupBucketProperties>,
    ),
    ("BackupConfiguration", again::<BackupConfiguration>),
    (
        "BackupConfigurationPatchRequest",
        again::<BackupConfigurationPatchRequest>,
    ),
    ("CloudProvider", again::<CloudProvider>),
    ("Region", again::<Region>),
    ("ServiceState", again::<ServiceState>),
    ("ServiceTier", again::<ServiceTier>),
    ("EndpointProtocol", again::<EndpointProtocol>),
    ("ReleaseChannel", again::<ReleaseChannel>),
    ("ServiceProfile", again::<ServiceProfile>),
    ("ComplianceType", again::<ComplianceType>),
];

/// The types of the enums, by the place of their schemas.
pub const ENUMS: &[Row<fn() -> Enumerated>] = &[
    ("/schemas/ServiceEndpointChange/properties/protocol", || {
        enumerated(ServiceEndpointChangeProtocol::ALL)
    }),
    ("/schemas/ServiceStateCommand", || {
        enumerated(ServiceStateCommand::ALL)
    }),
    ("/schemas/BackupStatus", || enumerated(BackupStatus::ALL)),
    ("/schemas/BackupType", || enumerated(BackupType::ALL)),
    (
        "/schemas/AwsBackupBucketProperties/properties/bucketProvider",
        || enumerated(AwsBackupBucketPropertiesBucketProvider::ALL),
    ),
    (
        "/schemas/GcpBackupBucketProperties/properties/bucketProvider",
        || enumerated(GcpBackupBucketPropertiesBucketProvider::ALL),
    ),
    (
        "/schemas/AzureBackupBucketProperties/properties/bucketProvider",
        || enumerated(AzureBackupBucketPropertiesBucketProvider::ALL),
    ),
    ("/schemas/CloudProvider", || enumerated(CloudProvider::ALL)),
    ("/schemas/Region", || enumerated(Region::ALL)),
    ("/schemas/ServiceState", || enumerated(ServiceState::ALL)),
    ("/schemas/ServiceTier", || enumerated(ServiceTier::ALL)),
    ("/schemas/EndpointProtocol", || {
        enumerated(EndpointProtocol::ALL)
    }),
    ("/schemas/ReleaseChannel", || {
        enumerated(ReleaseChannel::ALL)
    }),
    ("/schemas/ServiceProfile", || {
        enumerated(ServiceProfile::ALL)
    }),
    ("/schemas/ComplianceType", || {
        enumerated(ComplianceType::ALL)
    }),
];
