package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// commit is what a release is made of.
type commit struct {
	name string    // of the release: 0.1.0, or 0.1.0-dev-0123456789ab
	time time.Time // every file in the archives bears it
}

// inspectCommit asks the program for its version and git for its tag. A release
// is made from a clean commit with the tag v and that version; a snapshot from
// whatever is there, and says so in its name.
func inspectCommit(tool string, snapshot bool) (commit, error) {
	text, err := output(exec.Command(tool, "version", "--json"))
	if err != nil {
		return commit{}, err
	}
	var e struct {
		Version, Revision string
		Modified          bool
	}
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		return commit{}, fmt.Errorf("version: %w", err)
	}
	tags, err := output(exec.Command("git", "tag", "--points-at", "HEAD"))
	if err != nil {
		return commit{}, err
	}
	stamp, err := output(exec.Command("git", "log", "-1", "--format=%ct"))
	if err != nil {
		return commit{}, err
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(stamp), 10, 64)
	if err != nil {
		return commit{}, fmt.Errorf("date of the commit: %w", err)
	}
	name, err := releaseName(e.Version, e.Revision, e.Modified, strings.Fields(tags), snapshot)
	return commit{name, time.Unix(seconds, 0).UTC()}, err
}

func releaseName(version, revision string, modified bool, tags []string, snapshot bool) (string, error) {
	tagged := false
	for _, t := range tags {
		tagged = tagged || t == "v"+version
	}
	switch {
	case snapshot && modified:
		return version + "-dev-" + revision[:min(12, len(revision))] + "-modified", nil
	case snapshot && !tagged:
		return version + "-dev-" + revision[:min(12, len(revision))], nil
	case modified:
		return "", fmt.Errorf("the checkout differs from its commit: commit first, or give -snapshot")
	case !tagged:
		return "", fmt.Errorf("the commit has no tag v%s: tag it, or give -snapshot", version)
	}
	return version, nil
}
