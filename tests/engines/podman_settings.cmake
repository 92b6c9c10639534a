# podman's configuration for tests, in CASE_ENVIRONMENT.
set(settings
    "[containers]\ndefault_ulimits = []\n[engine]\ncgroup_manager = \"cgroupfs\"\nevents_logger = \"none\"\n")
find_program(runc runc)
if(runc)
  string(APPEND settings "runtime = \"runc\"\n")
endif()
file(WRITE "${WORK}.podman/containers.conf" "${settings}")
file(
  WRITE "${WORK}.podman/storage.conf"
  "[storage]\ndriver = \"overlay\"\nrunroot = \"${WORK}.podman/run\"\ngraphroot = \"${WORK}.podman/storage\"\n"
)
set(CASE_ENVIRONMENT "CONTAINERS_CONF=${WORK}.podman/containers.conf"
                     "CONTAINERS_STORAGE_CONF=${WORK}.podman/storage.conf")
