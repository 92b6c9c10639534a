# The environment of a build: an image or a root file system, and the rule that gets it ready, one
# for all calls of the project that want the same.
include_guard(GLOBAL)

function(_sgb_image arch out)
  if(request_IMAGE STREQUAL "")
    set(image "docker.io/<HUB>/alpine:<ALPINE_VERSION>")
  else()
    set(image "${request_IMAGE}")
  endif()
  _sgb_expand_placeholders("${image}" ${arch} image)
  set(${out} "${image}" PARENT_SCOPE)
endfunction()

# Replaces <ARCH>, <APK_ARCH>, <HUB> and <ALPINE_VERSION>: in IMAGE, ROOTFS and RUN_ON.
function(_sgb_expand_placeholders text arch out)
  _sgb_architecture(${arch} APK apk_arch)
  _sgb_architecture(${arch} HUB hub)
  string(REPLACE "<ARCH>" "${arch}" text "${text}")
  string(REPLACE "<APK_ARCH>" "${apk_arch}" text "${text}")
  string(REPLACE "<HUB>" "${hub}" text "${text}")
  string(REPLACE "<ALPINE_VERSION>" "${request_ALPINE_VERSION}" text "${text}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

function(_sgb_rootfs arch out)
  set(rootfs "${request_ROOTFS}")
  if(rootfs STREQUAL "" AND DEFINED STATIC_GO_BINARY_ROOTFS_${arch})
    set(rootfs "${STATIC_GO_BINARY_ROOTFS_${arch}}")
  endif()
  if(NOT rootfs STREQUAL "")
    _sgb_expand_placeholders("${rootfs}" ${arch} rootfs)
    _sgb_absolute("${rootfs}" "${CMAKE_CURRENT_SOURCE_DIR}" rootfs)
  endif()
  set(${out} "${rootfs}" PARENT_SCOPE)
endfunction()

# The rule that pulls, unpacks or installs. `file`: the environment's description, written by it.
function(_sgb_environment_rule engine builder state file target)
  _sgb_image(${builder} image)
  _sgb_rootfs(${builder} rootfs)
  _sgb_apk_packages(packages)
  string(
    SHA256
      key
      "${engine}|${image}|${rootfs}|${builder}|${packages}|${STATIC_GO_BINARY_KEEP_BUILDER}|${STATIC_GO_BINARY_DOCKER_CONTEXT_${builder}}|${STATIC_GO_BINARY_CACHE_DIR}"
  )
  string(SUBSTRING ${key} 0 16 key)
  set(environment "${CMAKE_BINARY_DIR}/static_go_binary/environments/${engine}-${builder}-${key}.cmake")
  if(NOT TARGET static-go-environment-${key})
    get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
    add_custom_command(
      OUTPUT "${environment}"
      COMMAND "${CMAKE_COMMAND}" -D "REQUEST=${state}/request.cmake" -D STEP=prepare -P
              "${modules}/Build.cmake"
      DEPENDS "${modules}/engines/${engine}.cmake"
      COMMENT "Preparing Alpine ${request_ALPINE_VERSION} for ${builder} (${engine})"
      VERBATIM)
    add_custom_target(static-go-environment-${key} DEPENDS "${environment}")
    _sgb_prune_target(${key} "${state}")
  endif()
  set(${file} "${environment}" PARENT_SCOPE)
  set(${target} static-go-environment-${key} PARENT_SCOPE)
endfunction()

# `static-go-prune` removes what the environments of this build tree keep: builders, root file
# systems, cache volumes.
function(_sgb_prune_target key state)
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  if(NOT TARGET static-go-prune)
    add_custom_target(static-go-prune)
  endif()
  add_custom_target(static-go-prune-${key} COMMAND "${CMAKE_COMMAND}" -D "REQUEST=${state}/request.cmake" -D
                                                   STEP=prune -P "${modules}/Build.cmake" VERBATIM)
  add_dependencies(static-go-prune static-go-prune-${key})
endfunction()
