//! The type of every named schema and of every enum.

use tiger_cloud::models::{
    AuthInfo, AuthInfoType, ConnectionPooler, DeployStatus, Endpoint, EnvironmentTag, Error,
    ForkServiceCreate, ForkSpec, ForkStrategy, HaReplica, Peering, PeeringCreate, ReadReplicaSet,
    ReadReplicaSetCreate, ReadReplicaSetStatus, ResizeInput, Service, ServiceCreate,
    ServiceCreateAddon, ServiceLogEntry, ServiceLogs, ServiceType, ServiceVpcInput,
    SetEnvironmentInput, SetEnvironmentInputEnvironment, SetHaReplicaInput, UpdatePasswordInput,
    Vpc, VpcCreate, VpcRename,
};

use crate::adapter::{again, enumerated};
use crate::contract::{Again, Enumerated, Row};

/// The types of the named schemas, in the order of the document.
pub const TYPES: &[Row<Again>] = &[
    ("AuthInfo", again::<AuthInfo>),
    ("VPC", again::<Vpc>),
    ("VPCCreate", again::<VpcCreate>),
    ("VPCRename", again::<VpcRename>),
    ("Peering", again::<Peering>),
    ("PeeringCreate", again::<PeeringCreate>),
    ("Endpoint", again::<Endpoint>),
    ("ConnectionPooler", again::<ConnectionPooler>),
    ("Service", again::<Service>),
    ("ServiceType", again::<ServiceType>),
    ("EnvironmentTag", again::<EnvironmentTag>),
    ("ForkStrategy", again::<ForkStrategy>),
    ("DeployStatus", again::<DeployStatus>),
    ("ForkSpec", again::<ForkSpec>),
    ("ReadReplicaSet", again::<ReadReplicaSet>),
    ("ServiceCreate", again::<ServiceCreate>),
    ("ForkServiceCreate", again::<ForkServiceCreate>),
    ("HAReplica", again::<HaReplica>),
    ("SetHAReplicaInput", again::<SetHaReplicaInput>),
    ("ReadReplicaSetCreate", again::<ReadReplicaSetCreate>),
    ("ResizeInput", again::<ResizeInput>),
    ("UpdatePasswordInput", again::<UpdatePasswordInput>),
    ("SetEnvironmentInput", again::<SetEnvironmentInput>),
    ("ServiceVPCInput", again::<ServiceVpcInput>),
    ("ServiceLogEntry", again::<ServiceLogEntry>),
    ("ServiceLogs", again::<ServiceLogs>),
    ("Error", again::<Error>),
];

/// The types of the enums, by the place of their schemas.
pub const ENUMS: &[Row<fn() -> Enumerated>] = &[
    ("/schemas/AuthInfo/properties/type", || {
        enumerated(AuthInfoType::ALL)
    }),
    ("/schemas/ServiceType", || enumerated(ServiceType::ALL)),
    ("/schemas/EnvironmentTag", || {
        enumerated(EnvironmentTag::ALL)
    }),
    ("/schemas/ForkStrategy", || enumerated(ForkStrategy::ALL)),
    ("/schemas/DeployStatus", || enumerated(DeployStatus::ALL)),
    ("/schemas/ReadReplicaSet/properties/status", || {
        enumerated(ReadReplicaSetStatus::ALL)
    }),
    ("/schemas/ServiceCreate/properties/addons/items", || {
        enumerated(ServiceCreateAddon::ALL)
    }),
    (
        "/schemas/SetEnvironmentInput/properties/environment",
        || enumerated(SetEnvironmentInputEnvironment::ALL),
    ),
];
