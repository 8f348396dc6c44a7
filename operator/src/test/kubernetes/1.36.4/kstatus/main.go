// Command kstatus reads a resource as JSON and writes the status that Flux and kpt compute for it.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/fluxcd/cli-utils/pkg/kstatus/status"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

func main() {
	object := map[string]interface{}{}
	decoder := json.NewDecoder(os.Stdin)
	if err := decoder.Decode(&object); err != nil {
		fail(err)
	}
	result, err := status.Compute(&unstructured.Unstructured{Object: object})
	if err != nil {
		fail(err)
	}
	fmt.Println(result.Status)
	fmt.Println(result.Message)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
